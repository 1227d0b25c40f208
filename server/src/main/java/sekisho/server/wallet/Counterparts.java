package sekisho.server.wallet;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import sekisho.protocol.AccountKey;
import sekisho.protocol.BankId;
import sekisho.protocol.MerchantId;
import sekisho.protocol.WalletId;
import sekisho.server.json.Hex;
import sekisho.server.pages.Visit;
import sekisho.server.people.People;

/** What the other side of movements is called, for many at once. Any thread. */
public final class Counterparts {
    private final People people;
    private final BankNames banks;
    private final ObjectProvider<MerchantNames> merchants;

    public Counterparts(People people, BankNames banks, ObjectProvider<MerchantNames> merchants) {
        this.people = people;
        this.banks = banks;
        this.merchants = merchants;
    }

    /** Names by account, for accounts of wallets, merchants and banks. */
    public Map<AccountKey, String> names(Visit visit, Collection<AccountKey> accounts) {
        Set<WalletId> wallets = new HashSet<>();
        Set<MerchantId> shops = new HashSet<>();
        accounts.forEach(account -> {
            switch (account.kind()) {
                case WALLET -> wallets.add(new WalletId(account.owner()));
                case MERCHANT -> shops.add(new MerchantId(account.owner()));
                default -> {}
            }
        });
        var handles = new HashMap<Long, String>();
        people.byWallets(wallets).forEach(person -> {
            if (person.handle() != null && person.wallet() != null) {
                handles.put(person.wallet().value(), person.handle().shown());
            }
        });
        MerchantNames known = merchants.getIfAvailable();
        Map<MerchantId, String> shopNames =
                known == null || shops.isEmpty() ? Map.of() : known.names(shops, visit.language());
        var names = new HashMap<AccountKey, String>();
        accounts.forEach(account -> {
            String name = switch (account.kind()) {
                case WALLET -> handles.getOrDefault(account.owner(), visit.say("counterpart.somebody"));
                case MERCHANT ->
                    shopNames.getOrDefault(
                            new MerchantId(account.owner()),
                            visit.say(
                                    "counterpart.shop", Hex.of(account.owner()).substring(0, 4)));
                case SETTLEMENT, SUSPENSE, IN_TRANSIT ->
                    banks.name(new BankId((int) account.owner()), visit.language());
                default -> visit.say("counterpart.house");
            };
            names.put(account, name);
        });
        return names;
    }
}
