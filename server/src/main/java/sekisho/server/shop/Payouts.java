package sekisho.server.shop;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.bank.DeclineReason;
import sekisho.protocol.BankId;
import sekisho.protocol.MerchantId;
import sekisho.protocol.RequestId;

/**
 * Takings that go to shops' bank accounts, in the schema {@code shop}. A row is all that is known of a payout: it says what is to be done
 * next, and is written before it is done. Any thread.
 */
public final class Payouts {
    private static final int MOST_SHOWN = 50;

    /** Longer than asking for one takes: who asks has not gone when others begin. */
    private static final Duration ASKING = Duration.ofSeconds(30);

    /** Longer than all that is done at a time. */
    private static final Duration LEASE = Duration.ofMinutes(3);

    private static final String WAITING =
            " id, merchant, from_bank, amount, sent_at, tries, answer, reference, reason ";

    private final JdbcClient jdbc;
    private final InstantSource clock;

    Payouts(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Where the payout that a form asked for before was planned from; empty: it was not asked for. */
    Optional<BankId> plannedFrom(RequestId id, Shop shop) {
        return jdbc.sql("select from_bank from shop.payouts where id = :id and merchant = :merchant")
                .param("id", uuid(id))
                .param("merchant", shop.id().value())
                .query((row, _) -> new BankId(row.getInt(1)))
                .optional();
    }

    /** Notes a payout before its hold is sent: what the engine holds is always known here. */
    void note(RequestId id, Shopkeeper keeper, BankId from, long yen) {
        jdbc.sql("""
                        insert into shop.payouts (id, merchant, amount, from_bank, asked_by, asked_at, next_at, state)
                        values (:id, :merchant, :amount, :bank, :person, :now, :next, 'ASKED') on conflict do nothing
                        """)
                .param("id", uuid(id))
                .param("merchant", keeper.shop().id().value())
                .param("amount", yen)
                .param("bank", from.code())
                .param("person", keeper.person().value())
                .param("now", in(Duration.ZERO))
                .param("next", in(ASKING))
                .update();
    }

    /** The engine did not hold it. */
    void forget(UUID id) {
        jdbc.sql("delete from shop.payouts where id = :id and state = 'ASKED' and sent_at is null and answer is null")
                .param("id", id)
                .update();
    }

    /** The engine holds it: the bank may be called. */
    void ready(RequestId id) {
        jdbc.sql("update shop.payouts set next_at = :now where id = :id and state = 'ASKED' and sent_at is null")
                .param("now", in(Duration.ZERO))
                .param("id", uuid(id))
                .update();
    }

    /** Whoever was at one is gone: all are to be taken up again. */
    void allDue() {
        jdbc.sql("update shop.payouts set next_at = :now where state = 'ASKED' and next_at > :now")
                .param("now", in(Duration.ZERO))
                .update();
    }

    /** The banks that something is to be done at now. */
    List<BankId> due() {
        return jdbc.sql("""
                        select distinct from_bank from shop.payouts where state = 'ASKED' and next_at <= :now order by from_bank
                        """)
                .param("now", in(Duration.ZERO))
                .query((row, _) -> new BankId(row.getInt(1)))
                .list();
    }

    /** Takes what is to be done at a bank now, questions first, then the oldest: nobody else gets it for a while. */
    List<WaitingPayout> take(BankId bank, int atMost) {
        return jdbc.sql("""
                        update shop.payouts set next_at = :leased
                        where id in (
                            select id from shop.payouts where state = 'ASKED' and from_bank = :bank and next_at <= :now
                            order by (sent_at is null), asked_at, id limit :most for update skip locked)
                        returning
                        """ + WAITING)
                .param("leased", in(LEASE))
                .param("bank", bank.code())
                .param("now", in(Duration.ZERO))
                .param("most", atMost)
                .query((row, _) -> waiting(row))
                .list();
    }

    /** The bank is going to be called, once; false: it was before, or there is no such payout any more. */
    boolean sending(WaitingPayout payout) {
        return jdbc.sql("""
                                update shop.payouts set sent_at = :now
                                where id = :id and state = 'ASKED' and sent_at is null and answer is null
                                """)
                        .param("now", in(Duration.ZERO))
                        .param("id", payout.id())
                        .update()
                == 1;
    }

    /** The bank was not reached: nothing was sent, and it may be called again. */
    void notSent(WaitingPayout payout) {
        jdbc.sql("update shop.payouts set sent_at = null where id = :id and state = 'ASKED' and answer is null")
                .param("id", payout.id())
                .update();
    }

    /** Something is to be done again after a while. */
    void later(WaitingPayout payout, Duration pause, boolean inVain) {
        jdbc.sql("update shop.payouts set next_at = :next, tries = tries + :one where id = :id and state = 'ASKED'")
                .param("next", in(pause))
                .param("one", inVain ? 1 : 0)
                .param("id", payout.id())
                .update();
    }

    /** The bank's last word. It is kept before anything follows from it; the first one counts. */
    void answered(WaitingPayout payout, WaitingPayout.Word word) {
        @Nullable Long reference = word instanceof WaitingPayout.Word.Settled(var number) ? number : null;
        @Nullable Integer reason = word instanceof WaitingPayout.Word.Declined(var why) ? why.code() : null;
        jdbc.sql("""
                        update shop.payouts set answer = :answer, reference = :reference, reason = :reason
                        where id = :id and state = 'ASKED' and answer is null
                        """)
                .param("answer", reason == null ? "SETTLED" : "DECLINED")
                .param("reference", reference, java.sql.Types.BIGINT)
                .param("reason", reason, java.sql.Types.INTEGER)
                .param("id", payout.id())
                .update();
    }

    /** The engine has done what follows from the bank's word; false: that was known. */
    boolean end(WaitingPayout payout, Payout.State state) {
        return jdbc.sql("update shop.payouts set state = :state, ended_at = :now where id = :id and state = 'ASKED'")
                        .param("state", state.name())
                        .param("now", in(Duration.ZERO))
                        .param("id", payout.id())
                        .update()
                == 1;
    }

    /** What a shop asked for, newest first. */
    public List<Payout> of(Shop shop) {
        return jdbc.sql("""
                        select id, amount, asked_at, state, reason from shop.payouts where merchant = :merchant
                        order by asked_at desc limit :most
                        """)
                .param("merchant", shop.id().value())
                .param("most", MOST_SHOWN)
                .query((row, _) -> payout(row))
                .list();
    }

    private OffsetDateTime in(Duration time) {
        Instant then = clock.instant().plus(time);
        return then.atOffset(ZoneOffset.UTC);
    }

    static UUID uuid(RequestId id) {
        return new UUID(id.high(), id.low());
    }

    private static WaitingPayout waiting(ResultSet row) throws SQLException {
        String answer = row.getString("answer");
        WaitingPayout.Word word = answer == null
                ? null
                : answer.equals("SETTLED")
                        ? new WaitingPayout.Word.Settled(row.getLong("reference"))
                        : new WaitingPayout.Word.Declined(reason(row.getInt("reason")));
        return new WaitingPayout(
                row.getObject("id", UUID.class),
                new MerchantId(row.getLong("merchant")),
                new BankId(row.getInt("from_bank")),
                row.getLong("amount"),
                row.getObject("sent_at") != null,
                row.getInt("tries"),
                word);
    }

    private static Payout payout(ResultSet row) throws SQLException {
        var state = Payout.State.valueOf(row.getString("state"));
        int reason = row.getInt("reason");
        return new Payout(
                row.getObject("id", UUID.class),
                row.getLong("amount"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                state,
                state == Payout.State.RETURNED && reason != 0 ? reason(reason) : null);
    }

    private static DeclineReason reason(int code) {
        return Arrays.stream(DeclineReason.values())
                .filter(reason -> reason.code() == code)
                .findFirst()
                .orElse(DeclineReason.OTHER);
    }
}
