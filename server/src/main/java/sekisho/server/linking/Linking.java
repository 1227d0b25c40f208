package sekisho.server.linking;

import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.formats.matching.Attribute;
import sekisho.gateway.Gateway;
import sekisho.gateway.Submission;
import sekisho.protocol.BankId;
import sekisho.protocol.LinkCommand;
import sekisho.protocol.OperationId;
import sekisho.protocol.Refused;
import sekisho.protocol.RequestId;
import sekisho.server.engine.ServerClients;
import sekisho.server.entrance.Customer;
import sekisho.server.identity.Evidences;

/** Sends a customer to a bank, and makes a link of what comes back. Any thread. */
final class Linking {
    private static final System.Logger LOG = System.getLogger(Linking.class.getName());

    private final @Nullable BankRedirect redirect;
    private final Attempts attempts;
    private final Evidences evidences;
    private final Gateway gateway;
    private final JdbcClient jdbc;
    private final InstantSource clock;

    Linking(
            @Nullable BankRedirect redirect,
            Attempts attempts,
            Evidences evidences,
            Gateway gateway,
            JdbcClient jdbc,
            InstantSource clock) {
        this.redirect = redirect;
        this.attempts = attempts;
        this.evidences = evidences;
        this.gateway = gateway;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A link that was made.
     *
     * @param first whether it was made now, and not by the same answer before
     * @param position of it in the log
     */
    record Linked(OperationId link, BankId bank, boolean first, long position) {}

    /** Whether anything can be linked at all. */
    boolean ready() {
        return redirect != null;
    }

    private BankRedirect redirect() {
        return Objects.requireNonNull(redirect, "there is no way to banks");
    }

    /** Signs what a bank is asked; empty: this request was answered before. */
    Optional<BankRedirect.Signed> leave(Customer customer, String session, SupportedBank bank, RequestId request) {
        Salt salt = Salt.random();
        UUID reference = UUID.randomUUID();
        String binding = salt.binding(customer.wallet(), customer.person(), session);
        var signed = redirect().sign(new BankRedirect.Asking(bank.issuer(), reference, binding, compared(customer)));
        var attempt = new Attempt(
                reference,
                customer.person(),
                customer.wallet(),
                bank.bank(),
                request,
                salt,
                signed.sent(),
                signed.matchingNumber(),
                true,
                clock.instant());
        return attempts.keep(attempt) ? Optional.of(signed) : Optional.empty();
    }

    /** Makes a link of a bank's answer; empty: there is none, for whatever reason. The same answer again leads to the same link. */
    Optional<Linked> comeBack(Customer customer, String session, String result) {
        Optional<Attempt> found = redirect().nonce(result).flatMap(nonce -> attempts.find(nonce, customer.person()));
        if (found.isEmpty()) {
            LOG.log(Level.INFO, "a bank's answer belongs to no try of who brought it");
            return Optional.empty();
        }
        Attempt attempt = found.get();
        String binding = attempt.salt().binding(customer.wallet(), customer.person(), session);
        return switch (redirect().read(result, attempt.sent(), binding)) {
            case BankRedirect.Back.Refused(var code) -> {
                LOG.log(Level.WARNING, "a bank''s answer was refused: {0}", code);
                yield Optional.empty();
            }
            case BankRedirect.Back.NotGranted(var why) -> {
                attempts.answered(attempt, why);
                yield Optional.empty();
            }
            case BankRedirect.Back.Granted granted -> granted(attempt, granted);
        };
    }

    private Optional<Linked> granted(Attempt attempt, BankRedirect.Back.Granted granted) {
        if (granted.mismatch()) {
            attempts.answered(attempt, "no-match");
            return Optional.empty();
        }
        OperationId link = OperationId.of(ServerClients.SERVER, attempt.request(), 0);
        boolean first = attempts.answered(attempt, "granted");
        if (first) {
            keep(attempt, granted, link);
        }
        OptionalLong position = isThere(link) ? activate(attempt, link) : OptionalLong.empty();
        return position.isPresent()
                ? Optional.of(new Linked(link, attempt.bank(), first, position.getAsLong()))
                : Optional.empty();
    }

    /** What the link means is known before the engine has it: whoever reads of it in the log can find its account. */
    private void keep(Attempt attempt, BankRedirect.Back.Granted granted, OperationId link) {
        UUID id = new UUID(link.high(), link.low());
        jdbc.sql("""
                        insert into banking.linked_accounts (link, account, account_digest)
                        values (:link, uuid_send(:account), sha256(uuid_send(:account))) on conflict do nothing
                        """).param("link", id).param("account", granted.mandate()).update();
        jdbc.sql("""
                        insert into linking.accounts (link, person, bank, shown_ja, shown_en, evidence, linked_at)
                        values (:link, :person, :bank, :ja, :en, :evidence, :now) on conflict do nothing
                        """)
                .param("link", id)
                .param("person", attempt.person().value())
                .param("bank", attempt.bank().code())
                .param("ja", granted.shownJa())
                .param("en", granted.shownEn())
                .param("evidence", attempt.reference())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private boolean isThere(OperationId link) {
        return jdbc.sql("select count(*) from linking.accounts where link = :link")
                        .param("link", new UUID(link.high(), link.low()))
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /** Asks for the link and activates it, both or neither; where in the log. A repeat gets the same answers. */
    private OptionalLong activate(Attempt attempt, OperationId link) {
        long evidence = attempt.reference().getMostSignificantBits() | 1;
        List<RequestId> ids = List.of(attempt.request(), following(attempt));
        var answers = gateway.submitChain(
                ids,
                List.of(
                        new LinkCommand.Request(attempt.wallet(), attempt.bank()),
                        new LinkCommand.Activate(attempt.wallet(), link, evidence)));
        long position = 0;
        for (Submission answer : answers) {
            if (!(answer instanceof Submission.Answered answered)
                    || answered.answer().outcome() instanceof Refused) {
                LOG.log(Level.WARNING, "the engine did not link: {0}", answer);
                return OptionalLong.empty();
            }
            position = answered.position();
        }
        return OptionalLong.of(position);
    }

    /** The id of the second command follows from the first and the try, so that a repeat has it again. */
    private static RequestId following(Attempt attempt) {
        UUID reference = attempt.reference();
        return RequestId.of(
                attempt.request().millis(),
                (int) reference.getMostSignificantBits(),
                reference.getLeastSignificantBits());
    }

    /** Verified attributes alone, and of them those that a bank holds too. */
    private Map<Attribute, String> compared(Customer customer) {
        var compared = new EnumMap<Attribute, String>(Attribute.class);
        evidences.attributes(customer.person()).forEach((attribute, value) -> {
            if (attribute == Attribute.NAME_KANJI || attribute == Attribute.BIRTH_DATE) {
                compared.put(attribute, value);
            }
        });
        return compared;
    }
}
