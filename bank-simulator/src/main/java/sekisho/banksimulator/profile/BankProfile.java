package sekisho.banksimulator.profile;

import java.util.List;
import java.util.Set;

/**
 * A bank as its customers know it.
 *
 * @param code four digits
 * @param kana its name in kana
 * @param service what it calls the service that lets others debit
 * @param steps what it asks, page by page
 * @param tries how many wrong tries lock an account
 * @param tells how it tells the holder: none, letter, mail, sms, app
 * @param compares which attributes it can compare: words of the redirect's protocol with dashes
 */
public record BankProfile(
        String code,
        Named name,
        String kana,
        Named service,
        Look look,
        List<Branch> branches,
        List<List<Ask>> steps,
        int tries,
        String tells,
        Set<String> compares) {
    private static final int MOST_TRIES = 10;

    public BankProfile {
        branches = List.copyOf(branches);
        steps = steps.stream().map(List::copyOf).toList();
        compares = Set.copyOf(compares);
        require(code.matches("\\d{4}"), "code: four digits");
        require(!branches.isEmpty(), "a bank has a branch");
        require(tries >= 1 && tries <= MOST_TRIES, "tries: 1 to 10");
        require(tells.matches("none|letter|mail|sms|app"), "tells: none, letter, mail, sms or app");
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

    /** Everything that it asks, in order. */
    public List<Ask> asks() {
        return steps.stream().flatMap(List::stream).toList();
    }

    /** The branch with a code, or its first. */
    public Branch branch(String branchCode) {
        return branches.stream()
                .filter(branch -> branch.code().equals(branchCode))
                .findFirst()
                .orElseGet(branches::getFirst);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
