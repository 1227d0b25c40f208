package sekisho.cli.explain;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Decides a request again, from nothing but the JSON of its explanation: the numbers that the guards looked at. Written from
 * docs/rules.md; shares no code with the engine. The amount is always the command's own, not what a guard says it was.
 */
final class Recomputed {

    private static final String ACCEPTED = "ACCEPTED";

    private final JsonNode command;
    private final long now;

    private Recomputed(JsonNode json) {
        command = json.get("command");
        now = json.get("now").asLong();
    }

    /** {@code ACCEPTED}, or the refusal's name and its bound. */
    static String of(JsonNode json) {
        var decided = new Recomputed(json);
        for (JsonNode reason : json.get("reasons")) {
            @Nullable String refusal = decided.refusal(reason);
            if (refusal != null) {
                return refusal;
            }
        }
        return ACCEPTED;
    }

    /** What was answered, in the same words. */
    static String answered(JsonNode json) {
        JsonNode answer = json.get("answer");
        if (answer.get("accepted").asBoolean()) {
            return ACCEPTED;
        }
        return refused(
                answer.get("refusal").asString(),
                answer.has("bound") ? answer.get("bound").asLong() : 0);
    }

    private static String refused(String name, long bound) {
        return name + " " + bound;
    }

    private @Nullable String refusal(JsonNode it) {
        return switch (it.get("guard").asString()) {
            case "Clock" -> when(is(it, "halted"), "CLOCK_HALTED", now);
            case "IdTime" ->
                first(
                        when(number(it, "at") < now - 900_000, "REQUEST_TOO_OLD", now - 900_000),
                        when(number(it, "at") > now + 60_000, "REQUEST_FROM_THE_FUTURE", now + 60_000));
            case "Journal" -> full(it, "remembered", "JOURNAL_FULL");
            case "Effect" -> when(number(it, "at") > now, "EFFECTIVE_IN_THE_FUTURE", now);
            case "Room" -> full(it, "taken", "TABLE_FULL");
            case "StepUp" -> stepUp(it);
            case "Rest" -> when(now < number(it, "until"), "AUTHENTICATOR_YOUNG", number(it, "until"));
            case "InCurrency" ->
                first(
                        when(!is(it, "defined"), "CURRENCY_NOT_FOUND", 0),
                        when(is(it, "testOnly") && !is(it, "test"), "TEST_CURRENCY_ONLY", 0));
            case "Party" -> party(it, is(it, "found"), is(it, "closed"));
            case "Different" -> when(number(it, "from") == number(it, "to"), "SAME_WALLET", 0);
            case "Debits" -> when(is(it, "frozen"), "DEBITS_FROZEN", 0);
            case "Credits" -> when(is(it, "frozen"), "CREDITS_FROZEN", 0);
            case "Account" -> when(!is(it, "found"), "ACCOUNT_NOT_FOUND", 0);
            case "BankSwitch" ->
                first(when(!is(it, "found"), "BANK_NOT_FOUND", 0), when(!is(it, "open"), "BANK_SUSPENDED", 0));
            case "Identity" -> identity(it);
            case "Age" -> age(it);
            default -> sums(it);
        };
    }

    private @Nullable String sums(JsonNode it) {
        return switch (it.get("guard").asString()) {
            case "Something" -> when(number(it, "amount") == 0, "INSUFFICIENT_FUNDS", 0);
            case "OneOperation" -> over(it, "OVER_LIMIT_PER_OPERATION", number(it, "most"));
            case "TierWindow" ->
                over(it, "OVER_LIMIT_" + window(it), Math.max(0, number(it, "most") - number(it, "used")));
            case "Cap" -> cap(it);
            case "Funds" ->
                over(
                        it,
                        "INSUFFICIENT_FUNDS",
                        Math.max(0, number(it, "balance") - number(it, "reserved") - number(it, "floor")));
            case "BankFunds" ->
                over(it, "BANK_FUNDS_EXHAUSTED", Math.max(0, number(it, "balance") - number(it, "reserved")));
            case "Counters" -> when(number(it, "largest") > 1L << 62, "AMOUNT_OVERFLOW", 0);
            default -> linked(it);
        };
    }

    private @Nullable String linked(JsonNode it) {
        return switch (it.get("guard").asString()) {
            case "Checkpoint" -> when(is(it, "founded"), "LINK_NEEDS_CHECKPOINT", 0);
            case "Founded" -> when(!is(it, "founded"), "BOOK_NOT_FOUNDED", 0);
            case "Link" ->
                first(
                        when(!it.has("status"), "LINK_NOT_FOUND", 0),
                        when(
                                it.has("status") && !it.get("status").equals(it.get("needed")),
                                it.get("otherwise").asString(),
                                0));
            case "NotClosed" ->
                first(
                        when(!it.has("status"), "LINK_NOT_FOUND", 0),
                        when(it.has("status") && it.get("status").asString().equals("CLOSED"), "LINK_CLOSED", 0));
            case "Checked" -> when(!is(it, "checked"), "LINK_NEEDS_CHECKPOINT", 0);
            case "MethodSwitch" -> when(is(it, "stopped"), "METHOD_STOPPED", 0);
            case "Described" -> when(number(it, "version") == 0, "BANK_NOT_DESCRIBED", 0);
            case "Method" ->
                when(
                        command.get("method").asLong() != number(it, "described"),
                        "METHOD_NOT_OF_BANK",
                        number(it, "described"));
            case "Floor" -> floor(it);
            case "Lock" ->
                when(
                        !it.get("status").asString().equals("OPEN")
                                && (number(it, "until") == 0 || number(it, "until") > now),
                        "ACCOUNT_LOCKED",
                        0);
            case "Tries" -> when(number(it, "failed") >= 5, "TOO_MANY_TRIES_WALLET", 5);
            case "Links" -> when(number(it, "links") >= number(it, "most"), "TOO_MANY_LINKS", number(it, "most"));
            case "BankLimit" -> over(it, "OVER_BANK_LIMIT", number(it, "most"));
            case "Ladder" -> ladder(it);
            case "Exposure" -> over(it, "OVER_BANK_EXPOSURE", Math.max(0, number(it, "most") - number(it, "used")));
            case "Owner" -> when(!is(it, "known") || !is(it, "same"), "LINK_OF_ANOTHER_PERSON", 0);
            default -> throw new AssertionError("a guard that nobody wrote down: " + it);
        };
    }

    private @Nullable String stepUp(JsonNode it) {
        JsonNode signers = it.get("signers");
        if (signers.isEmpty()) {
            return refused("STEP_UP_MISSING", 0);
        }
        if (number(it, "at") < now - 300_000) {
            return refused("STEP_UP_STALE", now - 300_000);
        }
        JsonNode signer = signers.get(0);
        return first(
                when(!is(signer, "known"), "CREDENTIAL_NOT_KNOWN", 0),
                when(
                        signer.has("fault"),
                        signer.has("fault") ? signer.get("fault").asString() : "",
                        0));
    }

    private static @Nullable String party(JsonNode it, boolean found, boolean closed) {
        String who = payee(it) ? "PAYEE" : "WALLET";
        return first(when(!found, who + "_NOT_FOUND", 0), when(closed, who + "_CLOSED", 0));
    }

    private static boolean payee(JsonNode it) {
        return it.get("role").asString().equals("PAYEE");
    }

    private @Nullable String identity(JsonNode it) {
        long ial = 0;
        for (JsonNode seen : it.get("evidence")) {
            boolean counts =
                    number(seen, "expires") > now && number(seen, "from") <= now && now < number(seen, "until");
            ial = Math.max(ial, counts ? number(seen, "ial") : 0);
        }
        long needed = number(it, "needed");
        return payee(it) ? when(ial < needed, "PAYEE_UNVERIFIED", 0) : when(ial < needed, "WALLET_UNVERIFIED", needed);
    }

    private static String window(JsonNode it) {
        return switch (it.get("window").asString()) {
            case "HOURS_24" -> "24_HOURS";
            case "DAYS_30" -> "30_DAYS";
            default -> it.get("window").asString();
        };
    }

    private @Nullable String cap(JsonNode it) {
        long room = Math.max(0, number(it, "cap") - number(it, "balance") - number(it, "coming"));
        return when(amount(it) > room, "OVER_BALANCE_CAP", is(it, "own") ? room : 0);
    }

    private @Nullable String age(JsonNode it) {
        long disputed = 0;
        long weak = 0;
        for (JsonNode lot : it.get("lots")) {
            disputed += is(lot, "disputed") ? number(lot, "amount") : 0;
            weak += is(lot, "weak") || is(lot, "disputed") ? number(lot, "amount") : 0;
        }
        long may = Math.max(0, number(it, "spendable") - disputed);
        long mayStrong = Math.max(0, number(it, "spendable") - weak);
        return first(
                when(amount(it) > may, "MONEY_DISPUTED", may),
                when(is(it, "weakStays") && amount(it) > mayStrong, "YOUNG_MONEY", mayStrong));
    }

    private static @Nullable String floor(JsonNode it) {
        int needed = strength(it, "needed");
        return when(Math.min(strength(it, "bank"), strength(it, "link")) < needed, "LINK_BELOW_FLOOR", needed);
    }

    private static int strength(JsonNode it, String field) {
        return switch (it.get(field).asString()) {
            case "NONE" -> 0;
            case "WEAK" -> 1;
            case "WEAK_NOTICED" -> 2;
            case "TWO_FACTOR" -> 3;
            case "PHISHING_RESISTANT" -> 4;
            default -> throw new AssertionError("no strength: " + it);
        };
    }

    private @Nullable String ladder(JsonNode it) {
        long age = -1;
        long in24Hours = 0;
        long in30Days = 0;
        for (JsonNode rung : it.get("rungs")) {
            if (number(rung, "ageMillis") <= number(it, "age") && number(rung, "ageMillis") >= age) {
                age = number(rung, "ageMillis");
                in24Hours = number(rung, "in24Hours");
                in30Days = number(rung, "in30Days");
            }
        }
        long left = Math.min(in24Hours - number(it, "in24Hours"), in30Days - number(it, "in30Days"));
        String by = it.get("window").asString().replace("_TOP_UPS", "");
        return over(it, "OVER_LADDER_" + by, Math.max(0, left));
    }

    private @Nullable String over(JsonNode it, String refusal, long bound) {
        return when(amount(it) > bound, refusal, bound);
    }

    /** What is to move: the command's amount; of a transfer of up to so much, what the guard says. */
    private long amount(JsonNode it) {
        boolean upTo = command.has("upTo") && command.get("upTo").asBoolean();
        return upTo
                ? number(it, "amount")
                : command.get("amount").get("minorUnits").asLong();
    }

    private static @Nullable String full(JsonNode it, String taken, String refusal) {
        return when(number(it, taken) >= number(it, "capacity"), refusal, number(it, "capacity"));
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one != null ? one : other;
    }

    private static @Nullable String when(boolean refuses, String name, long bound) {
        return refuses ? refused(name, bound) : null;
    }

    private static boolean is(JsonNode it, String field) {
        return it.get(field).asBoolean();
    }

    private static long number(JsonNode it, String field) {
        return it.get(field).asLong();
    }
}
