package sekisho.server.shop;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.formats.jpqr.JpqrShop;
import sekisho.protocol.BankId;
import sekisho.server.people.Handle;
import sekisho.server.people.People;
import sekisho.server.people.PersonId;
import sekisho.server.testing.Person;
import sekisho.server.testing.RunningServer;
import sekisho.server.testing.WebClient.Shown;

/** A shop of tests with its owner at the till. Owner: one thread. */
public final class Counter {
    private final RunningServer running;
    private final Shop shop;
    private final Person owner;

    private Counter(RunningServer running, Shop shop, Person owner) {
        this.running = running;
        this.shop = shop;
        this.owner = owner;
    }

    /** A new shop: 麦笛ベーカリー in 本町. */
    public static Counter open(RunningServer running) {
        return open(running, Person.BANK);
    }

    /** The same with its account at a bank. */
    static Counter open(RunningServer running, BankId bank) {
        var shop = running.server()
                .part(Shops.class)
                .register(new Shops.New(
                        "麦笛ベーカリー",
                        "Mugibue Bakery",
                        "川霧市 本町",
                        "Kawagiri",
                        "5462",
                        new JpqrShop(digits(13), "0001", "000001", "000001"),
                        bank,
                        "001-1-" + digits(7),
                        "本町支店 ***123"));
        var counter = new Counter(running, shop, Person.customer(running.server()));
        counter.hire(counter.owner, Role.OWNER);
        return counter;
    }

    public void hire(Person person, Role role) {
        running.server().part(Shops.class).hire(shop.id(), id(person), role);
    }

    public Shop shop() {
        return shop;
    }

    public Person owner() {
        return owner;
    }

    /** The text of the code on the poster. */
    public String poster() {
        return ShopCodes.encode(shop);
    }

    /** Asks for an amount; the page with its code. */
    public Shown ask(long yen) {
        Shown page = owner.web().get("/shop/charge");
        Shown made = owner.web()
                .post(page, "/shop/charge", Map.of("request", page.value("request"), "amount", Long.toString(yen)));
        return owner.web().get(made.leadsTo());
    }

    /** The charge that a page is about. */
    public Charge charge(Shown page) {
        String id = page.path().substring(page.path().lastIndexOf('/') + 1);
        return running.server()
                .part(Charges.class)
                .find(java.util.UUID.fromString(id), shop.id())
                .orElseThrow();
    }

    /** The text of a charge's code. */
    public String code(Shown page) {
        return ShopCodes.encode(shop, charge(page));
    }

    /** The till's form, filled in; sent as often as wanted by {@link #send}. */
    public Map<String, String> form(long yen, String code, String how) {
        return new HashMap<>(Map.of(
                "request",
                owner.web().get("/shop").value("request"),
                "amount",
                Long.toString(yen),
                "code",
                code,
                "how",
                how));
    }

    public Shown send(Map<String, String> form) {
        return owner.web().post(owner.web().get("/shop"), "/shop/take", form);
    }

    /** The number that a customer's page shows. */
    public static String number(Person customer) {
        Matcher matcher = Pattern.compile("class=\"spoken\">([0-9 ]{19})<")
                .matcher(customer.web().get("/pay/code").html());
        if (!matcher.find()) {
            throw new AssertionError("no number");
        }
        return matcher.group(1);
    }

    /** Does something in the database. */
    public void sql(String statement) {
        running.server().part(JdbcClient.class).sql(statement).update();
    }

    private PersonId id(Person person) {
        return running.server()
                .part(People.class)
                .byHandle(new Handle(person.handle().substring(1)))
                .orElseThrow()
                .id();
    }

    private static String digits(int count) {
        return String.format(
                Locale.ROOT, "%0" + count + "d", ThreadLocalRandom.current().nextLong((long) Math.pow(10, count)));
    }
}
