package sekisho.server.testing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sekisho.gateway.Gateway;
import sekisho.gateway.Submission;
import sekisho.protocol.BankCommand;
import sekisho.protocol.BankId;
import sekisho.protocol.InstructionCommand;
import sekisho.protocol.LinkCommand;
import sekisho.protocol.Money;
import sekisho.protocol.OperationId;
import sekisho.protocol.TopUpCommand;
import sekisho.protocol.WalletId;
import sekisho.server.Server;
import sekisho.server.engine.ServerClients;
import sekisho.server.people.Handle;
import sekisho.server.people.People;
import sekisho.server.people.PersonId;
import sekisho.server.projection.Positions;
import sekisho.server.testing.WebClient.Shown;

/** A person with a browser and an authenticator, on a server that takes demonstrations of identity. Owner: one thread. */
public final class Person {
    /** A bank that the engine of tests knows. */
    public static final BankId BANK = new BankId(1);

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");

    private final Server server;
    private final WebClient web;
    private final SoftAuthenticator authenticator = new SoftAuthenticator();
    private final String handle;
    private final String mail;
    private final int number = NUMBERS.incrementAndGet();

    private Person(Server server, String handle, String mail) {
        this.server = server;
        this.web = new WebClient(server.baseUrl());
        this.handle = handle;
        this.mail = mail;
    }

    /** Somebody who has just made a passkey, and nothing else. */
    public static Person newcomer(Server server) {
        String handle = "person-" + COUNT.incrementAndGet();
        return newcomer(server, handle, handle + "@mail.example");
    }

    /** The same with a handle and a mail address of their own. */
    public static Person newcomer(Server server, String handle, String mail) {
        var person = new Person(server, handle, mail);
        var page = person.web.get("/sign-up");
        var made = person.web.post(
                page,
                "/sign-up",
                Map.of(
                        "mail",
                        person.mail(),
                        "credential",
                        person.authenticator.create(page.options(), person.origin())));
        if (!made.leadsTo().equals("/welcome/mail")) {
            throw new AssertionError("signing up: " + made.status() + " " + made.html());
        }
        return person;
    }

    /** Somebody who has signed up in another browser. */
    static Person known(Server server, String handle) {
        return new Person(server, handle, handle + "@mail.example");
    }

    /** Somebody whose wallet can be used. */
    public static Person customer(Server server) {
        return newcomer(server).proveMail().proveIdentity().chooseHandle();
    }

    public Person proveMail() {
        submit("/welcome/mail", Map.of("code", code()), "/welcome/identity");
        return this;
    }

    /** Shows a good card. No two people were born on the same day: they would be one. */
    public Person proveIdentity() {
        return proveIdentity(Map.of());
    }

    /** The same with a card that says something else. */
    public Person proveIdentity(Map<String, String> card) {
        Shown checked = showCard(card);
        if (!checked.leadsTo().equals("/welcome/identity/checked")) {
            throw new AssertionError("the card: " + checked.status() + " " + checked.html());
        }
        submit("/welcome/identity/checked", agree(web.get("/welcome/identity/checked")), "/welcome/handle");
        return this;
    }

    /** What the owner's passkey adds to a form; nothing where the page asks for none. */
    public Map<String, String> agree(Shown page) {
        return page.html().contains("data-options")
                ? Map.of(
                        "request", page.value("request"),
                        "stepUp", page.value("stepUp"),
                        "credential", authenticator.get(page.options(), origin()))
                : Map.of();
    }

    /** Shows a card that a page makes in place of a telephone; some fields of its form are others than a good card's. */
    public Shown showCard(Map<String, String> otherwise) {
        return send(read(otherwise));
    }

    /** What a reader has read, with the button that sends it. */
    public Shown read(Map<String, String> otherwise) {
        var begun = web.post(web.get("/welcome/identity/card"), "/welcome/identity/card/begin", Map.of());
        return read(web, begun, otherwise);
    }

    /** The same in a browser that was just sent to the reader; where it was not, that. */
    public Shown read(WebClient browser, Shown begun, Map<String, String> otherwise) {
        if (!begun.leadsTo().startsWith("/demo/reader")) {
            return begun;
        }
        var reader = browser.get(begun.leadsTo());
        var fields = new HashMap<>(Map.of(
                "document", "card",
                "challenge", reader.value("challenge"),
                "use", reader.value("use"),
                "who", "other",
                "name", "北川 葵",
                "born", LocalDate.EPOCH.plusDays(number).toString(),
                "address", "汐崎県花岬市港町1-2-3",
                "condition", "good"));
        fields.putAll(otherwise);
        return browser.get(browser.post(reader, "/demo/reader", fields).leadsTo());
    }

    /** Sends what was read. */
    public Shown send(Shown read) {
        return web.post(read, "/welcome/identity/card", Map.of("proof", read.value("proof")));
    }

    public Person chooseHandle() {
        submit("/welcome/handle", Map.of("handle", handle), "/home");
        return this;
    }

    private void submit(String path, Map<String, String> fields, String next) {
        var done = web.post(web.get(path), path, fields);
        if (!done.leadsTo().equals(next)) {
            throw new AssertionError(path + ": " + done.status() + " " + done.html());
        }
    }

    /** The code that was mailed last. */
    public String code() {
        String box = new WebClient(server.baseUrl()).get("/post-box").html();
        String own = box.substring(box.indexOf(mail()));
        Matcher matcher = CODE.matcher(own);
        if (!matcher.find()) {
            throw new AssertionError("no code was sent to " + mail());
        }
        return matcher.group();
    }

    /** Signs in with another browser. */
    public WebClient signIn() {
        var other = new WebClient(server.baseUrl());
        var page = other.get("/sign-in");
        var done = other.post(page, "/sign-in", Map.of("credential", authenticator.get(page.options(), origin())));
        if (!done.leadsTo().equals("/home")) {
            throw new AssertionError("signing in: " + done.status() + " " + done.html());
        }
        return other;
    }

    public WebClient web() {
        return web;
    }

    public SoftAuthenticator authenticator() {
        return authenticator;
    }

    /** As browsers say it. */
    public String origin() {
        return server.baseUrl().toString();
    }

    public String mail() {
        return mail;
    }

    /** With its @. */
    public String handle() {
        return "@" + handle;
    }

    public PersonId id() {
        return server.part(People.class)
                .byHandle(new Handle(handle))
                .orElseThrow()
                .id();
    }

    public WalletId wallet() {
        var found = server.part(People.class).byHandle(new Handle(handle)).orElseThrow();
        return java.util.Objects.requireNonNull(found.wallet());
    }

    /** Links an account at the bank of tests, and tops up; the link. */
    public OperationId fund(long yen) {
        OperationId link = link();
        topUp(link, yen);
        return link;
    }

    /** Links an account at the bank of tests, as if the bank had said yes. */
    public OperationId link() {
        return link(BANK);
    }

    /** Links an account at a bank, as if the bank had said yes. */
    public OperationId link(BankId bank) {
        Gateway gateway = gateway();
        gateway.submit(new BankCommand.Register(bank));
        var id = gateway.newId();
        answered(gateway.submit(id, new LinkCommand.Request(wallet(), bank)));
        OperationId link = OperationId.of(ServerClients.SERVER, id, 0);
        answered(gateway.submit(new LinkCommand.Activate(wallet(), link, 1)));
        return link;
    }

    /** A top-up that the bank does not answer. */
    public void doubtfulTopUp(OperationId link, long yen) {
        Gateway gateway = gateway();
        var id = gateway.newId();
        answered(gateway.submit(id, new TopUpCommand.Start(wallet(), link, Money.yen(yen))));
        OperationId instruction = OperationId.of(ServerClients.SERVER, id, 0);
        answered(gateway.submit(new InstructionCommand.Claim(instruction, 60_000)));
        answered(gateway.submit(new InstructionCommand.InDoubt(instruction)));
    }

    /** A top-up that the bank has settled. */
    public void topUp(OperationId link, long yen) {
        Gateway gateway = gateway();
        var id = gateway.newId();
        answered(gateway.submit(id, new TopUpCommand.Start(wallet(), link, Money.yen(yen))));
        OperationId instruction = OperationId.of(ServerClients.SERVER, id, 0);
        answered(gateway.submit(new InstructionCommand.Claim(instruction, 60_000)));
        answered(gateway.submit(new InstructionCommand.Settled(instruction, 1)));
    }

    private Gateway gateway() {
        return server.part(Gateway.class);
    }

    private void answered(Submission submission) {
        if (!(submission instanceof Submission.Answered answered)
                || answered.answer().outcome() instanceof sekisho.protocol.Refused) {
            throw new AssertionError(submission.toString());
        }
        server.part(Positions.class).await(answered.position(), java.time.Duration.ofSeconds(5));
    }
}
