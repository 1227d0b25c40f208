package sekisho.banksimulator.customers;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sekisho.banksimulator.books.BankBooks;
import sekisho.banksimulator.profile.Ask;
import sekisho.banksimulator.profile.AskKind;
import sekisho.banksimulator.profile.BankProfile;
import sekisho.banksimulator.profile.Named;

/**
 * Somebody says who they are, step by step, as this bank asks it. Owner: one visit; not for two threads at once.
 *
 * <p>Answers are checked at the end and all together, so that nobody learns which one was wrong. What goes to the
 * customer's device goes there only if everything before was right.
 */
public final class Identification {
    private final BankProfile profile;
    private final Customers customers;
    private final BankBooks books;
    private final SecureRandom random;
    private final Named about;
    private final String matchingNumber;
    private final Map<Ask, String> answers = new EnumMap<>(Ask.class);
    private Challenge challenge;
    private int step;
    private int failures;

    /**
     * Begins.
     *
     * @param about who wants what: stands in what the customer is sent
     * @param matchingNumber two digits that the app has to be told
     */
    public Identification(
            BankProfile profile,
            Customers customers,
            BankBooks books,
            SecureRandom random,
            Named about,
            String matchingNumber) {
        this.profile = profile;
        this.customers = customers;
        this.books = books;
        this.random = random;
        this.about = about;
        this.matchingNumber = matchingNumber;
        this.challenge = new Challenge(random);
    }

    /** What is asked now. */
    public List<Ask> asks() {
        return profile.steps().get(step);
    }

    /** From 0. */
    public int step() {
        return step;
    }

    /** Which two fields of the card are asked for. */
    public List<String> cardFields() {
        return challenge.fields();
    }

    /** The number to be keyed in on the telephone. */
    public String callNumber() {
        return challenge.callNumber();
    }

    /** The number to be picked in the app. */
    public String matchingNumber() {
        return matchingNumber;
    }

    /** What was answered so far; empty while nobody has been named. */
    public Optional<Map<Ask, String>> named() {
        return Customers.identity(answers).isEmpty() ? Optional.empty() : Optional.of(Map.copyOf(answers));
    }

    /** Takes the answers of the step that is shown. */
    public Progress answer(Map<Ask, String> typed, Instant now) {
        var wrong = EnumSet.noneOf(Ask.class);
        var given = new LinkedHashMap<Ask, String>();
        for (Ask ask : asks()) {
            String answer = typed.getOrDefault(ask, "").strip();
            if (!ask.fits(answer)) {
                wrong.add(ask);
            }
            given.put(ask, answer);
        }
        if (!wrong.isEmpty()) {
            return new Progress.NotFilledIn(wrong);
        }
        if (asks().getFirst().elsewhere() && !isAnsweredElsewhere()) {
            return new Progress.Waiting();
        }
        answers.putAll(given);
        if (step + 1 < profile.steps().size()) {
            step++;
            enter(now);
            return new Progress.Next();
        }
        return end(now);
    }

    /** Whether something has happened on the customer's device since it was asked for. */
    public boolean isAnsweredElsewhere() {
        return customers
                .meant(answers)
                .map(customer -> customers.device(customer).answer(challenge.id()) != Approval.Answer.NONE)
                .orElse(false);
    }

    private Progress end(Instant now) {
        String identity = Customers.identity(answers);
        Optional<Customer> customer = customers.meant(answers);
        // Whoever is not there is checked like whoever is: it takes as long.
        boolean right = check(customer.orElse(customers.nobody()), now);
        boolean locked = customers.isLocked(identity);
        if (customer.isPresent() && right && !locked) {
            customers.wasRight(identity);
            return new Progress.Identified(customer.get());
        }
        customers.wasWrong(identity);
        failures++;
        if (failures >= profile.tries()) {
            return new Progress.Over();
        }
        step = 0;
        challenge = new Challenge(random);
        return new Progress.Again();
    }

    private boolean check(Customer customer, Instant now) {
        return new Answers(customer, customers.device(customer), books, challenge).areRight(answers, now);
    }

    /** Sends or asks for what the new step needs, if all before was right. */
    private void enter(Instant now) {
        challenge.send(now);
        boolean wanted = asks().contains(Ask.SMS_CODE) || asks().getFirst().elsewhere();
        if (!wanted) {
            return;
        }
        Optional<Customer> meant = customers.meant(answers);
        boolean right = check(meant.orElse(customers.nobody()), now);
        boolean locked = customers.isLocked(Customers.identity(answers));
        meant.filter(_ -> right && !locked).ifPresent(customer -> {
            Device device = customers.device(customer);
            if (asks().contains(Ask.SMS_CODE)) {
                device.receive(Message.sms(now, sms()));
                return;
            }
            Ask kind = asks().getFirst();
            boolean call = kind == Ask.CALL_BACK;
            device.ask(new Approval(
                    challenge.id(),
                    kind,
                    call ? challenge.callNumber() : matchingNumber,
                    call ? List.of() : Challenge.choices(matchingNumber, random),
                    about,
                    challenge.expires(),
                    Approval.Answer.NONE));
        });
    }

    private Named sms() {
        return new Named(
                "【" + profile.name().ja() + "】確認番号 " + challenge.code() + "（5分間有効）。" + about.ja()
                        + "。お心当たりがなければ入力しないでください。",
                profile.name().en() + ": code " + challenge.code() + ", valid for 5 minutes. " + about.en()
                        + ". If this was not you, do not enter it.");
    }

    /** What proved it, without what only said who is meant. */
    public static List<Ask> factors(BankProfile profile) {
        return profile.asks().stream()
                .filter(ask -> ask.kind() != AskKind.IDENTIFIER)
                .toList();
    }
}
