package sekisho.banksimulator;

import ch.qos.logback.classic.Level;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sekisho.banksimulator.banks.BankDefinition;
import sekisho.banksimulator.banks.Operator;
import sekisho.banksimulator.customers.PracticePeople;
import sekisho.banksimulator.profile.FictionalBanks;
import sekisho.banksimulator.profile.Named;

/** Simulated banks in a process of their own. */
public final class Main {
    private static final int FEWEST_ARGUMENTS = 3;
    private static final long PRACTICE_YEN = 250_000;

    private Main() {}

    /**
     * Runs until the process is told to end. Secrets come from the environment: {@code DIRECTOR_KEY} and
     * {@code OPERATOR_KEY} (the operator {@code sekisho}). So does the operator's address, {@code OPERATOR_ISSUER}: if it
     * is there, the operator may send customers to the banks' pages.
     *
     * @param arguments port (0: any), folder for the banks' books, then for each bank its code and name as {@code
     *     0001=name}, or {@code practice} for all fictional banks with pages and made-up customers
     */
    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length < FEWEST_ARGUMENTS) {
            throw new IllegalArgumentException("say: PORT FOLDER CODE=NAME …");
        }
        boolean practice = arguments[2].equals("practice");
        var banks = practice ? fictional() : named(arguments);
        // Standard output carries the address and nothing else.
        ((ch.qos.logback.classic.Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        var settings = SimulatorSettings.of(secret("DIRECTOR_KEY"), List.of(operator()), banks)
                .withPort(Integer.parseInt(arguments[0]))
                .withFolder(Path.of(arguments[1]));
        var simulator = BankSimulator.start(practice ? settings.forPractice() : settings);
        if (practice) {
            simulator.admit(PracticePeople.all(), PRACTICE_YEN);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(simulator::close));
        System.out.println(simulator.address());
        Thread.currentThread().join();
    }

    private static List<BankDefinition> fictional() {
        return FictionalBanks.all().stream().map(BankDefinition::of).toList();
    }

    private static List<BankDefinition> named(String[] arguments) {
        return Arrays.stream(arguments)
                .skip(2)
                .map(argument -> argument.split("=", 2))
                .map(bank -> BankDefinition.of(bank[0], bank.length > 1 ? bank[1] : bank[0]))
                .toList();
    }

    private static Operator operator() {
        var operator = new Operator("sekisho", secret("OPERATOR_KEY"));
        String issuer = System.getenv("OPERATOR_ISSUER");
        return issuer == null
                ? operator
                : operator.withRedirect(
                        Operator.Redirect.of(URI.create(issuer), new Named("Sekisho（電子マネー）", "Sekisho (e-money)")));
    }

    private static String secret(String name) {
        String value = System.getenv(name);
        if (value == null) {
            throw new IllegalArgumentException("the environment variable " + name + " is missing");
        }
        return value;
    }
}
