package sekisho.banksimulator.profile;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A bank as its customers know it.
 *
 * @param code four digits
 * @param kana its name in kana
 * @param service what it calls the service that lets others debit
 * @param rail how operators reach it: web-mandate, decoupled, deposit-code or direct-debit-file
 * @param steps what its own pages ask, page by page
 * @param railSteps what it asks whom an operator links without a browser; none: the same
 * @param tries how many wrong tries lock an account
 * @param tells how it tells the holder
 * @param compares which attributes it can compare: words of the redirect's protocol with dashes
 */
public record BankProfile(
        String code,
        Named name,
        String kana,
        Named service,
        Look look,
        List<Branch> branches,
        String rail,
        List<List<Ask>> steps,
        List<List<Ask>> railSteps,
        int tries,
        Telling tells,
        Set<String> compares) {
    private static final int MOST_TRIES = 10;

    public BankProfile {
        branches = List.copyOf(branches);
        steps = steps.stream().map(List::copyOf).toList();
        railSteps = railSteps.stream().map(List::copyOf).toList();
        compares = Set.copyOf(compares);
        require(code.matches("\\d{4}"), "code: four digits");
        require(!branches.isEmpty(), "a bank has a branch");
        require(tries >= 1 && tries <= MOST_TRIES, "tries: 1 to 10");
        require(
                rail.matches("web-mandate|decoupled|deposit-code|direct-debit-file"),
                "rail: web-mandate, decoupled, deposit-code or direct-debit-file");
        require(
                rail.equals("web-mandate") == railSteps.isEmpty(),
                "rail-steps: what is asked of whom an operator links without a browser");
        var railAsks = railSteps.stream().flatMap(List::stream).toList();
        require(
                railAsks.isEmpty() || (railAsks.contains(Ask.BRANCH) && railAsks.contains(Ask.ACCOUNT)),
                "without a browser an account is named by branch and number");
        require(
                railAsks.isEmpty() || railAsks.getLast() == proof(rail, railAsks.getLast()),
                "rail-steps end with what the rail is for: app-face, app-approval, statement-code or call-back");
        var asks = steps.stream().flatMap(List::stream).toList();
        require(asks.stream().distinct().count() == asks.size(), "a bank asks everything once");
        require(
                asks.contains(Ask.LOGIN) || (asks.contains(Ask.BRANCH) && asks.contains(Ask.ACCOUNT)),
                "a bank asks for a login, or for branch and account");
        require(
                steps.stream()
                        .allMatch(step -> step.size() == 1 || step.stream().noneMatch(Ask::elsewhere)),
                "what is answered elsewhere has a page of its own");
        require(
                steps.subList(0, steps.size() - 1).stream()
                        .flatMap(List::stream)
                        .noneMatch(Ask::dynamic),
                "what is another one each time is asked last");
        require(steps.getFirst().stream().anyMatch(ask -> ask.kind() == AskKind.IDENTIFIER), "first: who is meant");
    }

    /**
     * The same bank with another way to link: what it asks then is all that its own pages ask, or what it asks of whom an operator links
     * without a browser.
     */
    public BankProfile linking(
            String changedRail, List<List<Ask>> asked, Telling changedTells, Set<String> changedCompares) {
        boolean web = changedRail.equals("web-mandate");
        return new BankProfile(
                code,
                name,
                kana,
                service,
                look,
                branches,
                changedRail,
                web ? asked : steps,
                web ? List.of() : asked,
                tries,
                changedTells,
                changedCompares);
    }

    /** Everything that its own pages ask, in order. */
    public List<Ask> asks() {
        return steps.stream().flatMap(List::stream).toList();
    }

    /** Everything that is asked of whom an operator links, in order. */
    public List<List<Ask>> linkingSteps() {
        return railSteps.isEmpty() ? steps : railSteps;
    }

    /** What was asked of whom an operator linked without a browser, without what only says who is meant. */
    public List<Ask> railFactors() {
        return linkingSteps().stream()
                .flatMap(List::stream)
                .filter(ask -> ask.kind() != AskKind.IDENTIFIER)
                .toList();
    }

    /** Whether what it asks rests on two kinds, one of them another each time: knowing everything is not enough. */
    public boolean twoFactor() {
        var kinds = EnumSet.noneOf(AskKind.class);
        asks().forEach(ask -> kinds.add(ask.kind()));
        kinds.remove(AskKind.IDENTIFIER);
        if (kinds.contains(AskKind.INHERENCE)) {
            // A face is shown to the app of a telephone that is the customer's.
            kinds.add(AskKind.POSSESSION);
        }
        return kinds.size() > 1 && asks().stream().anyMatch(Ask::dynamic);
    }

    /** The branch with a code, or its first. */
    public Branch branch(String branchCode) {
        return branches.stream()
                .filter(branch -> branch.code().equals(branchCode))
                .findFirst()
                .orElseGet(branches::getFirst);
    }

    /** What an account's holder does at last, or what they do if it fits. */
    private static Ask proof(String rail, Ask last) {
        return switch (rail) {
            case "decoupled" -> last == Ask.APP_APPROVAL ? Ask.APP_APPROVAL : Ask.APP_FACE;
            case "deposit-code" -> Ask.STATEMENT_CODE;
            default -> Ask.CALL_BACK;
        };
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
