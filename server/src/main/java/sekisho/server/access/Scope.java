package sekisho.server.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a client may be allowed. */
public enum Scope {
    WALLETS_READ("wallets:read", "read wallets, their balances, entries, statements and links"),
    WALLETS_WRITE("wallets:write", "open wallets and accounts, request and close links"),
    WALLETS_OPERATE("wallets:operate", "freeze, unfreeze and close wallets, set tiers and floors"),
    LINKS_ACTIVATE("links:activate", "activate links on accepted evidence"),
    MERCHANTS_READ("merchants:read", "read merchants, their balances, entries and statements"),
    MERCHANTS_WRITE("merchants:write", "open, freeze, unfreeze and close merchants"),
    PAYMENTS_READ("payments:read", "read payments, top-ups and cash-outs"),
    PAYMENTS_WRITE("payments:write", "move money: transfers, payments, refunds, top-ups, cash-outs"),
    BANKS_READ("banks:read", "read banks and the bank directory"),
    BANKS_OPERATE("banks:operate", "register, stop and open banks, move money between them"),
    EVENTS_READ("events:read", "read everything that happened"),
    BULK("bulk", "send many requests at once; each also needs its own scope"),
    METRICS_READ("metrics:read", "read metrics from another machine"),
    OPERATOR("operator", "book in the ledger, set limits and currencies, manage clients");

    private static final Map<String, Scope> BY_WORD =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Scope::word, Function.identity()));

    private final String word;
    private final String meaning;

    Scope(String word, String meaning) {
        this.word = word;
        this.meaning = meaning;
    }

    /** As it stands in tokens. */
    public String word() {
        return word;
    }

    /** What it allows, to follow "may". */
    public String meaning() {
        return meaning;
    }

    /** By its word; null if there is none. */
    public static @Nullable Scope of(String word) {
        return BY_WORD.get(word);
    }

    /** The known scopes among these words. */
    static Set<Scope> known(Collection<String> words) {
        var scopes = EnumSet.noneOf(Scope.class);
        for (String word : words) {
            Scope scope = BY_WORD.get(word);
            if (scope != null) {
                scopes.add(scope);
            }
        }
        return scopes;
    }
}
