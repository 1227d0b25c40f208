package sekisho.server.shop;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.formats.jpqr.JpqrShop;
import sekisho.formats.jpqr.MerchantCode;
import sekisho.gateway.Gateway;
import sekisho.gateway.Submission;
import sekisho.protocol.BankId;
import sekisho.protocol.Currency;
import sekisho.protocol.MerchantCommand;
import sekisho.protocol.MerchantId;
import sekisho.protocol.OperationId;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.server.pages.Language;
import sekisho.server.people.PersonId;
import sekisho.server.vault.Kind;
import sekisho.server.vault.Vault;
import sekisho.server.wallet.MerchantNames;

/** The shops and who works in them, in the schema {@code shop}. Any thread. */
public final class Shops implements MerchantNames {
    static final char NUMBER_FIRST = '6';
    static final int NUMBER_DIGITS = 8;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String COLUMNS =
            "m.id, m.name_ja, m.name_en, m.place_ja, m.place_en, m.category, m.jpqr, m.number, m.bank, m.account_shown ";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Gateway gateway;
    private final InstantSource clock;

    Shops(JdbcClient jdbc, Vault vault, Gateway gateway, InstantSource clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.gateway = gateway;
        this.clock = clock;
    }

    /**
     * A shop to be registered; its fields are those of {@link Shop}.
     *
     * @param account branch, kind and number; kept in the vault
     * @param accountShown the same, masked
     */
    public record New(
            String nameJa,
            String nameEn,
            String placeJa,
            String placeEn,
            String category,
            JpqrShop jpqr,
            BankId bank,
            String account,
            String accountShown) {
        public New {
            // What no code can say is refused here, not at the first printing.
            MerchantCode.reusable(jpqr, category, nameEn, placeEn);
        }
    }

    /**
     * Registers a shop and opens it in the engine; the same JPQR shop again is the one that is there.
     *
     * @throws IllegalStateException the engine does not answer: try again
     */
    public Shop register(New shop) {
        long number = RANDOM.nextLong(1, Long.MAX_VALUE);
        jdbc.sql("""
                        insert into shop.merchants (id, name_ja, name_en, place_ja, place_en, category, jpqr, number, bank,
                            account, account_shown, registered_at)
                        values (:id, :nameJa, :nameEn, :placeJa, :placeEn, :category, :jpqr, :number, :bank, :account,
                            :shown, :now)
                        on conflict (jpqr) do nothing
                        """)
                .param("id", number)
                .param("nameJa", shop.nameJa())
                .param("nameEn", shop.nameEn())
                .param("placeJa", shop.placeJa())
                .param("placeEn", shop.placeEn())
                .param("category", shop.category())
                .param("jpqr", shop.jpqr().digits())
                .param("number", ShortNumber.next(RANDOM, NUMBER_FIRST, NUMBER_DIGITS))
                .param("bank", shop.bank().code())
                .param("account", vault.token(Kind.BANK_ACCOUNT, shop.account()).value())
                .param("shown", shop.accountShown())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        Shop registered = byJpqr(shop.jpqr()).orElseThrow();
        open(registered.id());
        return registered;
    }

    private void open(MerchantId merchant) {
        var opened = gateway.submit(new MerchantCommand.Open(merchant, Currency.JPY, 0, 0));
        boolean there = opened instanceof Submission.Answered answered
                && (!(answered.answer().outcome() instanceof Refused refused)
                        || refused.reason() == Refusal.MERCHANT_EXISTS);
        if (!there) {
            throw new IllegalStateException("the engine did not open the merchant: " + opened);
        }
    }

    /** Gives somebody a role in a shop, instead of the one he had here or elsewhere. */
    public void hire(MerchantId merchant, PersonId person, Role role) {
        jdbc.sql("""
                        insert into shop.staff (person, merchant, role, hired_at) values (:person, :merchant, :role, :now)
                        on conflict (person) do update set merchant = excluded.merchant, role = excluded.role
                        """)
                .param("person", person.value())
                .param("merchant", merchant.value())
                .param("role", role.name())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Somebody does not work in a shop any more. */
    public void dismiss(PersonId person) {
        jdbc.sql("delete from shop.staff where person = :person")
                .param("person", person.value())
                .update();
    }

    public Optional<Shopkeeper> keeper(PersonId person) {
        return jdbc.sql("select " + COLUMNS + """
                        , s.role from shop.staff s join shop.merchants m on m.id = s.merchant where s.person = :person
                        """)
                .param("person", person.value())
                .query((row, _) -> new Shopkeeper(person, shop(row), Role.valueOf(row.getString("role"))))
                .optional();
    }

    public Optional<Shop> find(MerchantId id) {
        return jdbc.sql("select " + COLUMNS + "from shop.merchants m where m.id = :id")
                .param("id", id.value())
                .query((row, _) -> shop(row))
                .optional();
    }

    Optional<Shop> byJpqr(JpqrShop jpqr) {
        return jdbc.sql("select " + COLUMNS + "from shop.merchants m where m.jpqr = :jpqr")
                .param("jpqr", jpqr.digits())
                .query((row, _) -> shop(row))
                .optional();
    }

    Optional<Shop> byNumber(String number) {
        return jdbc.sql("select " + COLUMNS + "from shop.merchants m where m.number = :number")
                .param("number", number)
                .query((row, _) -> shop(row))
                .optional();
    }

    /** All shops, in the order in which they came. */
    public List<Shop> all() {
        return jdbc.sql("select " + COLUMNS + "from shop.merchants m order by m.registered_at, m.id")
                .query((row, _) -> shop(row))
                .list();
    }

    @Override
    public Map<MerchantId, String> names(Collection<MerchantId> merchants, Language language) {
        var names = new HashMap<MerchantId, String>();
        jdbc.sql("select " + COLUMNS + "from shop.merchants m where m.id = any(:ids)")
                .param("ids", merchants.stream().map(MerchantId::value).toArray(Long[]::new))
                .query((row, _) -> shop(row))
                .list()
                .forEach(shop -> names.put(shop.id(), shop.name(language)));
        return names;
    }

    static UUID uuid(OperationId operation) {
        return new UUID(operation.high(), operation.low());
    }

    private static Shop shop(ResultSet row) throws SQLException {
        String jpqr = row.getString("jpqr");
        return new Shop(
                new MerchantId(row.getLong("id")),
                row.getString("name_ja"),
                row.getString("name_en"),
                row.getString("place_ja"),
                row.getString("place_en"),
                row.getString("category"),
                new JpqrShop(jpqr.substring(0, 13), jpqr.substring(13, 17), jpqr.substring(17, 23), jpqr.substring(23)),
                row.getString("number"),
                new BankId(row.getInt("bank")),
                row.getString("account_shown"));
    }
}
