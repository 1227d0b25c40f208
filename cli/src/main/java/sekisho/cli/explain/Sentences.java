package sekisho.cli.explain;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import sekisho.core.explain.Behind;
import sekisho.core.explain.Linked;
import sekisho.core.explain.Reason;
import sekisho.core.explain.Standing;
import sekisho.core.explain.Sum;
import sekisho.protocol.WindowKind;

/** Each guard in a sentence, with everything it looked at. */
final class Sentences {

    private final LongFunction<String> time;

    Sentences(LongFunction<String> time) {
        this.time = time;
    }

    String of(Reason reason) {
        return switch (reason) {
            case Behind behind -> behind(behind);
            case Standing standing -> standing(standing);
            case Sum sum -> sum(sum);
            case Linked linked -> linked(linked);
            case Reason.Untold untold -> "what " + untold.command() + " asks besides is not told here";
        };
    }

    private String behind(Behind behind) {
        return switch (behind) {
            case Behind.Clock clock -> clock.halted() ? "the clock is halted" : "the clock runs";
            case Behind.IdTime id ->
                "the id is of " + time.apply(id.at()) + "; accepted are " + time.apply(id.oldest()) + " to "
                        + time.apply(id.newest());
            case Behind.Journal journal ->
                amount(journal.remembered()) + " answers are remembered, of at most " + amount(journal.capacity());
            case Behind.Effect effect ->
                effect.at() == 0
                        ? "takes effect when it is booked"
                        : "is said to take effect " + time.apply(effect.at());
            case Behind.Approvals approvals ->
                approvals.needed() + " of staff have to approve; signed have: " + signers(approvals.signers());
            case Behind.StepUp stepUp ->
                "a passkey of the wallet signs, not before " + time.apply(stepUp.oldest()) + "; the request is of "
                        + time.apply(stepUp.at()) + ", signed by: " + signers(stepUp.signers());
            case Behind.Rest rest ->
                "the wallet's " + rest.authenticators() + " authenticators (AAL " + rest.aal() + ") rest until: "
                        + time.apply(rest.until());
        };
    }

    private static String signers(List<Behind.Signer> signers) {
        return signers.isEmpty()
                ? "nobody"
                : signers.stream().map(Sentences::signer).collect(Collectors.joining(", "));
    }

    private static String signer(Behind.Signer signer) {
        if (!signer.known()) {
            return "a credential that is not known";
        }
        String who = signer.member() == 0 ? "a passkey of the wallet" : "member " + signer.member();
        return signer.fault() == null ? who : who + ", wrongly (" + signer.fault() + ")";
    }

    private static String who(Standing.Role role) {
        return switch (role) {
            case HOLDER -> "the wallet";
            case PAYEE -> "the payee";
        };
    }

    private String standing(Standing standing) {
        return switch (standing) {
            case Standing.Room room ->
                "the table of " + room.table() + " holds " + amount(room.taken()) + " of " + amount(room.capacity());
            case Standing.InCurrency money ->
                money.currency()
                        + (money.defined() ? " is defined" : " is not defined")
                        + (money.test() ? ", for tests" : ", real money")
                        + (money.testOnly() ? "; the command is for test currencies only" : "");
            case Standing.Party party ->
                who(party.role()) + " " + party.owner()
                        + (!party.found() ? " is not known" : party.closed() ? " is closed" : " is open");
            case Standing.Different different -> "money goes from " + different.from() + " to " + different.to();
            case Standing.Debits debits -> "money may " + not(debits.frozen()) + "leave " + who(debits.role());
            case Standing.Credits credits -> "money may " + not(credits.frozen()) + "arrive at " + who(credits.role());
            case Standing.Account account ->
                who(account.role()) + " has " + (account.found() ? "an" : "no") + " account in the currency";
            case Standing.BankSwitch bank ->
                "bank " + bank.bank().code()
                        + (bank.found()
                                ? " is " + not(!bank.open()) + "open for " + bank.operation()
                                : " is not known");
            case Standing.Identity identity ->
                "the identity of " + who(identity.role()) + " is assured at IAL " + identity.ial() + ", needed is "
                        + identity.needed() + "; evidence: " + evidence(identity.evidence());
        };
    }

    private String evidence(List<Standing.Seen> all) {
        return all.isEmpty()
                ? "none"
                : all.stream()
                        .map(seen ->
                                seen.kind() + " (IAL " + seen.ial() + ", expires " + time.apply(seen.expires()) + ")")
                        .collect(Collectors.joining(", "));
    }

    private String sum(Sum sum) {
        return switch (sum) {
            case Sum.OneOperation one ->
                amount(one.amount()) + " is to move; tier " + one.tier() + " moves at most " + amount(one.most())
                        + " in one " + one.operation();
            case Sum.TierWindow window ->
                "in the window " + window.window() + " " + amount(window.used()) + " of " + amount(window.most())
                        + " are used" + leaves(window.nextLeaves());
            case Sum.Cap cap ->
                (cap.own() ? "the wallet" : "the payee") + " holds " + amount(cap.balance()) + ", "
                        + amount(cap.coming()) + " are on their way, and it may hold " + amount(cap.cap());
            case Sum.Something something -> amount(something.amount()) + " is there to be sent";
            case Sum.Funds funds ->
                "the account holds " + amount(funds.balance()) + ", reserved are " + amount(funds.reserved())
                        + ", its floor is " + amount(funds.floor());
            case Sum.BankFunds funds ->
                "at the bank lie " + amount(funds.balance()) + ", reserved are " + amount(funds.reserved());
            case Sum.Age age ->
                "of " + amount(age.spendable()) + " that may be spent, young are: " + lots(age.lots())
                        + (age.weakStays() ? "; what is weak or disputed stays" : "; what is disputed stays");
            case Sum.Counters counters ->
                "the largest counter comes to " + amount(counters.largest()) + ", at most " + amount(counters.most());
        };
    }

    private String lots(List<Sum.Lot> lots) {
        return lots.isEmpty()
                ? "none"
                : lots.stream()
                        .map(lot -> amount(lot.amount()) + " until " + time.apply(lot.until())
                                + (lot.weak() ? ", weak" : "") + (lot.disputed() ? ", disputed" : ""))
                        .collect(Collectors.joining("; "));
    }

    private String linked(Linked linked) {
        return switch (linked) {
            case Linked.Checkpoint checkpoint ->
                "the book's checkpoint is " + not(!checkpoint.founded()) + "founded, and the command goes round it";
            case Linked.Founded founded -> "the book's checkpoint is " + not(!founded.founded()) + "founded";
            case Linked.Link link ->
                link.status() == null
                        ? "the wallet has no such link"
                        : "the link is " + link.status() + ", needed is " + link.needed();
            case Linked.NotClosed link ->
                link.status() == null ? "the wallet has no such link" : "the link is " + link.status();
            case Linked.Checked checked ->
                checked.checked()
                        ? "the link came through the checkpoint, is active since " + time.apply(checked.activeAt())
                                + " and clean since " + time.apply(checked.cleanSince())
                        : "the link did not come through the checkpoint";
            case Linked.MethodSwitch method ->
                "method " + method.method() + " is " + not(!method.stopped()) + "stopped for " + method.operation();
            case Linked.Described described ->
                described.version() == 0
                        ? "the bank is not described"
                        : "the bank is described, version " + described.version();
            case Linked.Method method ->
                "the bank is reached by method " + method.described() + ", asked for is " + method.asked();
            case Linked.Floor floor ->
                "the floor of " + floor.operation() + " is " + floor.needed() + "; by description " + floor.version()
                        + " the bank is " + floor.bank() + ", the link was made " + floor.link();
            case Linked.Lock lock ->
                "the account's lock is " + lock.status()
                        + (lock.until() == 0 ? "" : " until " + time.apply(lock.until()));
            case Linked.Tries tries ->
                tries.failed() + " tries failed within 24 hours, of fewer than " + tries.most()
                        + leaves(tries.nextLeaves());
            case Linked.Links links -> "the wallet has " + links.links() + " links, of fewer than " + links.most();
            case Linked.BankLimit limit -> "the bank moves at most " + amount(limit.most()) + " at once";
            case Linked.Ladder ladder -> ladder(ladder);
            case Linked.Exposure exposure ->
                "new links of the bank brought " + amount(exposure.used()) + " of " + amount(exposure.most())
                        + " within 24 hours" + leaves(exposure.nextLeaves());
            case Linked.Owner owner ->
                !owner.known()
                        ? "nobody is known to own the bank account"
                        : "the bank account is " + not(!owner.same()) + "the wallet's person's";
        };
    }

    private String ladder(Linked.Ladder ladder) {
        Linked.Rung rung = ladder.rung();
        String may = rung == null
                ? "nothing may come"
                : amount(rung.in24Hours()) + " in 24 hours and " + amount(rung.in30Days()) + " in 30 days may come";
        return "the ladder by " + by(ladder.window()) + ": " + may + " through a link that is " + ladder.strength()
                + (ladder.confirmed() ? ", confirmed" : ", not confirmed") + " and clean for "
                + Duration.ofMillis(ladder.age()) + "; so far came " + amount(ladder.in24Hours())
                + leaves(ladder.nextLeaves()) + " and " + amount(ladder.in30Days())
                + leaves(ladder.nextLeaves30Days());
    }

    private static String by(WindowKind window) {
        return switch (window) {
            case ACCOUNT_TOP_UPS -> "bank account";
            case PERSON_TOP_UPS -> "person";
            case WALLET_TOP_UPS -> "wallet";
            case BANK_NEW_LINKS, ACCOUNT_FAILURES, WALLET_FAILURES, BANK_FAILURES -> window.name();
        };
    }

    private String leaves(long next) {
        return next == 0 ? "" : " (the oldest part leaves " + time.apply(next) + ")";
    }

    private static String not(boolean isNot) {
        return isNot ? "not " : "";
    }

    static String amount(long amount) {
        return amount == Long.MAX_VALUE ? "any amount" : String.format(Locale.ROOT, "%,d", amount);
    }
}
