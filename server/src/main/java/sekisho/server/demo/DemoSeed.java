package sekisho.server.demo;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.BankId;
import sekisho.protocol.MerchantId;
import sekisho.server.banking.MerchantAccounts;
import sekisho.server.console.DemoStaff;
import sekisho.server.founding.Books;
import sekisho.server.founding.Founding;
import sekisho.server.identity.Issuer;
import sekisho.server.linking.BankDescriptions;
import sekisho.server.linking.SupportedBanks;
import sekisho.server.people.Person;
import sekisho.server.shop.Role;
import sekisho.server.shop.Shops;
import sekisho.server.wallet.request.MoneyRequests;

/** Plants the demo world; what is there already stays as it is. One thread at a time. */
public final class DemoSeed {
    /** The words of the staff: an operator and a supervisor. */
    static final List<String> STAFF = List.of("saeki", "kitagawa");

    private static final long ASKED_YEN = 1_800;

    private final Books books;
    private final Founding founding;
    private final Issuer issuer;
    private final SupportedBanks banks;
    private final BankDescriptions descriptions;
    private final DemoPeople people;
    private final DemoLife life;
    private final DemoStaff staff;
    private final MoneyRequests requests;
    private final Shops shops;
    private final MerchantAccounts accounts;
    private volatile @Nullable DemoWorld world;
    private volatile boolean planted;

    DemoSeed(
            Books books,
            Founding founding,
            Issuer issuer,
            SupportedBanks banks,
            BankDescriptions descriptions,
            DemoPeople people,
            DemoLife life,
            DemoStaff staff,
            MoneyRequests requests,
            Shops shops,
            MerchantAccounts accounts) {
        this.books = books;
        this.founding = founding;
        this.issuer = issuer;
        this.banks = banks;
        this.descriptions = descriptions;
        this.people = people;
        this.life = life;
        this.staff = staff;
        this.requests = requests;
        this.shops = shops;
        this.accounts = accounts;
    }

    /** Plants it; takes seconds, because the simulated banks are asked as ever. */
    public void plant(DemoWorld wanted) throws InterruptedException {
        world = wanted;
        if (!books.founded()) {
            founding.found(new Founding.Plan(
                    issuer.number(),
                    issuer.publicKey(),
                    wanted.banks().stream().map(DemoBank::founded).toList()));
        }
        for (DemoBank bank : wanted.banks()) {
            BankId id = bank.bank().bank();
            banks.put(bank.bank());
            descriptions.begin(id, bank.description());
            descriptions.inForce(id).ifPresent(bank.follows());
        }
        staff.add();
        List<Person> living = wanted.people().stream().map(people::of).toList();
        var merchants = new EnumMap<DemoShop, MerchantId>(DemoShop.class);
        for (DemoShop shop : DemoShop.values()) {
            DemoAccount takings =
                    Objects.requireNonNull(wanted.people().get(shop.owner()).takings(), "takings of a shop");
            MerchantId merchant = shops.register(shop.registration(takings)).id();
            if (!accounts.give(merchant, takings.bank(), takings.token())) {
                throw new IllegalStateException("the takings of " + shop + " go to another account");
            }
            var owner = living.get(shop.owner()).id();
            if (shops.keeper(owner).isEmpty()) {
                shops.hire(merchant, owner, Role.OWNER);
            }
            merchants.put(shop, merchant);
        }
        life.live(wanted, living, merchants);
        Person asker = living.get(1);
        Person payer = living.get(0);
        UUID id = UUID.nameUUIDFromBytes(("demo " + asker.id().value()).getBytes(StandardCharsets.UTF_8));
        if (requests.askedBy(asker.id()).isEmpty()) {
            boolean _ = requests.add(new MoneyRequests.New(id, asker.id(), payer.id(), ASKED_YEN, "昨日のお昼"));
        }
        planted = true;
    }

    /** Whether everything is there. */
    boolean planted() {
        return planted;
    }

    /** Who has accounts at the banks; nobody, before it is planted. */
    List<DemoResident> residents() {
        DemoWorld known = world;
        return known == null ? List.of() : known.residents();
    }

    /** A bank of the world; empty: it is not planted, or has no such bank. */
    Optional<DemoBank> bank(BankId id) {
        DemoWorld known = world;
        return !planted || known == null
                ? Optional.empty()
                : known.banks().stream()
                        .filter(bank -> bank.bank().bank().equals(id))
                        .findFirst();
    }

    List<DemoPerson> people() {
        DemoWorld known = world;
        return known == null ? List.of() : known.people();
    }
}
