package sekisho.auditor;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.BankAnswer;
import sekisho.protocol.BankId;
import sekisho.protocol.BankOperation;
import sekisho.protocol.BookId;
import sekisho.protocol.Description;
import sekisho.protocol.EvidenceKind;
import sekisho.protocol.LinkStrength;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.StateRecord.AuthenticatorRow;
import sekisho.protocol.StateRecord.CheckedLinkRow;
import sekisho.protocol.StateRecord.DescriptionRow;
import sekisho.protocol.StateRecord.EvidenceRow;
import sekisho.protocol.StateRecord.FloorRow;
import sekisho.protocol.StateRecord.RuleRow;
import sekisho.protocol.Token;
import sekisho.protocol.WalletId;

/** Section 8, "Assurance" and "Floors": what evidence, banks and links are worth at this moment. */
final class FloorRules {

    private final State state;
    private final FoundedTables tables;

    FloorRules(State state) {
        this.state = state;
        tables = state.founded;
    }

    static LinkStrength strength(Description it) {
        boolean knows = has(it, Description.KNOWLEDGE);
        boolean owns = has(it, Description.POSSESSION);
        boolean is = has(it, Description.INHERENCE);
        boolean two = (knows && owns) || (knows && is) || (owns && is);
        if (two && has(it, Description.DYNAMIC)) {
            return has(it, Description.PHISHING_RESISTANT) ? LinkStrength.PHISHING_RESISTANT : LinkStrength.TWO_FACTOR;
        }
        if (!knows && !owns && !is) {
            return LinkStrength.NONE;
        }
        boolean told =
                has(it, Description.DEPOSIT_CODE) || (it.notice() != Description.Notice.NONE && it.noticeProof());
        return told ? LinkStrength.WEAK_NOTICED : LinkStrength.WEAK;
    }

    private static boolean has(Description it, int factor) {
        return (it.factors() & factor) == factor;
    }

    /** How long the holder may object to a link. */
    long objection(CheckedLinkRow link) {
        DescriptionRow row = tables.descriptions.find(new Keys.Bank(link.book(), link.bank()));
        return row == null ? 2_592_000_000L : Math.max(1, row.description().objectionMillis());
    }

    /** What a bank's answer means, given what it compares. */
    BankAnswer meant(BookId book, BankId bank, BankAnswer answer) {
        DescriptionRow row = tables.descriptions.find(new Keys.Bank(book, bank));
        int matches = row == null ? 0 : row.description().matches();
        boolean match = answer == BankAnswer.MTCH || answer == BankAnswer.CMTC;
        boolean birthDate = (matches & Description.BIRTH_DATE) != 0;
        boolean address = (matches & (Description.ADDRESS | Description.PHONE)) != 0;
        if (!match && row != null) {
            return answer;
        }
        if ((matches & Description.KANJI_NAME) != 0 && (birthDate || address)) {
            return answer;
        }
        return (matches & Description.KANA_NAME) != 0 && birthDate ? BankAnswer.CMTC : BankAnswer.NOAP;
    }

    FloorRow floor(BookId book, BankOperation operation) {
        return tables.floors.getOr(
                List.of(book, operation), new FloorRow(book, operation, LinkStrength.PHISHING_RESISTANT, 3, false));
    }

    LinkStrength strength(BookId book, BankId bank) {
        DescriptionRow row = tables.descriptions.find(new Keys.Bank(book, bank));
        return row == null ? LinkStrength.NONE : strength(row.description());
    }

    LinkStrength strength(CheckedLinkRow link) {
        LinkStrength now = strength(link.book(), link.bank());
        return now.compareTo(link.strength()) < 0 ? now : link.strength();
    }

    @Nullable
    Refused tooWeak(BookId book, BankOperation operation, LinkStrength strength) {
        LinkStrength needed = floor(book, operation).strength();
        return Check.when(strength.compareTo(needed) < 0, Refusal.LINK_BELOW_FLOOR, needed.code());
    }

    @Nullable
    Refused unverified(BookId book, BankOperation operation, WalletId wallet) {
        int needed = floor(book, operation).ial();
        return Check.when(ial(book, wallet) < needed, Refusal.WALLET_UNVERIFIED, needed);
    }

    @Nullable
    Refused stopped(BookId book, int method, BankOperation operation) {
        return Check.when(
                tables.stops.has(List.of(book, 0, operation)) || tables.stops.has(List.of(book, method, operation)),
                Refusal.METHOD_STOPPED);
    }

    Token person(BookId book, WalletId wallet) {
        var row = tables.identities.find(List.of(book, wallet));
        return row == null ? Token.NONE : row.person();
    }

    /** The rule that makes a person's evidence of a kind count now, or null. */
    @Nullable
    RuleRow counts(BookId book, Token person, EvidenceKind kind) {
        RuleRow rule = tables.rules.find(List.of(book, kind));
        EvidenceRow row = person.names() ? tables.evidence.find(List.of(book, person, kind)) : null;
        long now = state.now.get();
        boolean counts = rule != null && row != null && rule.from() <= now && now < rule.until() && now < row.expires();
        return counts ? rule : null;
    }

    int ial(BookId book, WalletId wallet) {
        int best = 0;
        for (EvidenceKind kind : EvidenceKind.values()) {
            RuleRow rule = counts(book, person(book, wallet), kind);
            best = rule == null ? best : Math.max(best, rule.ial());
        }
        return best;
    }

    int aal(BookId book, WalletId wallet) {
        int best = 0;
        for (EvidenceKind kind : EvidenceKind.values()) {
            RuleRow rule = counts(book, person(book, wallet), kind);
            best = rule == null ? best : Math.max(best, rule.aal());
        }
        for (AuthenticatorRow row : tables.authenticators.getOr(List.of(book, wallet), List.of())) {
            best = Math.max(best, row.backupEligible() ? 2 : 3);
        }
        return best;
    }

    /** Whether a wallet may be in a tier. */
    boolean allowed(BookId book, WalletId wallet, int tier) {
        for (int ial = ial(book, wallet); ial >= 0; ial--) {
            for (int aal = aal(book, wallet); aal >= 0; aal--) {
                var row = tables.tiers.find(List.of(book, ial, aal));
                if (row != null && row.tier().value() == tier) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a wallet may not hold money of a real currency. */
    boolean holdsNothing(BookId book, WalletId wallet, sekisho.protocol.Currency currency) {
        return tables.founded(book) && !state.currencies.get(currency).test() && ial(book, wallet) == 0;
    }
}
