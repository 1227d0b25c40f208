package sekisho.benchmarks.oracle;

import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.protocol.LinkStatus;
import sekisho.protocol.OperationId;
import sekisho.protocol.Token;
import sekisho.protocol.WalletId;
import sekisho.server.demo.DemoDoors;
import sekisho.server.demo.DemoPeople;
import sekisho.server.demo.DemoPerson;
import sekisho.server.demo.Telephones;
import sekisho.server.history.LinkState;
import sekisho.server.history.Links;
import sekisho.server.people.PersonId;
import sekisho.server.vault.Kind;
import sekisho.server.vault.Vault;

/**
 * A customer who has shown a card and has a passkey. A wallet has five tries a day, so this one becomes another customer for each round:
 * the server's rows of the person name another human and another wallet, which the engine has verified anew. Owner: one thread.
 */
final class Applicant {
    private static final AtomicLong WALLETS = new AtomicLong(1_000);
    private static final long PATIENCE_MILLIS = 10_000;

    private final OracleWorld world;
    private final PersonId person;
    private final String handle;
    private WalletId wallet = new WalletId(1);

    private Applicant(OracleWorld world, PersonId person, String handle) {
        this.world = world;
        this.person = person;
        this.handle = handle;
    }

    /** Somebody new, without a wallet so far. */
    static Applicant verified(OracleWorld world, int number) {
        String handle = "applicant-" + number;
        var person = world.server()
                .part(DemoPeople.class)
                .verified(new DemoPerson(
                        handle,
                        "en",
                        "北川 葵",
                        "キタガワ アオイ",
                        "KITAGAWA AOI",
                        LocalDate.EPOCH.plusDays(number),
                        "汐崎県花岬市港町1-2-3",
                        handle + "@mail.example",
                        null,
                        List.of(),
                        null));
        return new Applicant(world, person.id(), handle);
    }

    /** Where this one comes in, once. */
    String door() {
        URI door = world.server().part(DemoDoors.class).person(handle, "/links");
        return door.getPath();
    }

    /** What the passkey says to a page's question. */
    String agree(String options) {
        return world.server().part(Telephones.class).answer(person, options);
    }

    /** Is another customer from now on, with a wallet that has tried nothing. */
    void takeAnotherWallet() {
        wallet = new WalletId(WALLETS.incrementAndGet());
        UUID human = world.server()
                .part(Vault.class)
                .token(Kind.IDENTITY, "bench oracle\n" + wallet.value())
                .value();
        var token = new Token(human.getMostSignificantBits(), human.getLeastSignificantBits());
        world.open(wallet, token, world.server().part(Telephones.class).of(person));
        var jdbc = world.server().part(JdbcClient.class);
        int _ = jdbc.sql("update identity.persons set token = :token where person = :person")
                .param("token", human)
                .param("person", person.value())
                .update();
        int _ = jdbc.sql("update people.persons set wallet = :wallet, wallet_opened = true where id = :person")
                .param("wallet", wallet.value())
                .param("person", person.value())
                .update();
    }

    /** The wallet's only link, when the tables have its end. @throws IOException it does not end as it should */
    OperationId refusedLink() throws IOException, InterruptedException {
        var links = world.server().part(Links.class);
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        List<LinkState> now = links.ofWallet(wallet);
        while (now.size() != 1 || now.getFirst().status() != LinkStatus.CLOSED) {
            if (System.currentTimeMillis() > end) {
                throw new IOException("the wallet's link is not refused: " + now);
            }
            Thread.sleep(5);
            now = links.ofWallet(wallet);
        }
        return now.getFirst().link();
    }
}
