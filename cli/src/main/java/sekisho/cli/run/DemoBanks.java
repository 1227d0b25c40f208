package sekisho.cli.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sekisho.banksimulator.BankSimulator;
import sekisho.banksimulator.SimulatorSettings;
import sekisho.banksimulator.banks.BankDefinition;
import sekisho.banksimulator.banks.Operator;
import sekisho.protocol.BankId;

/**
 * Five banks that do not exist, by codes that no bank has, with three account holders each. They keep their books in the
 * home. The keys between them and us are made anew at every start, because both sides start together.
 */
final class DemoBanks implements AutoCloseable {
    private static final String OPERATOR = "sekisho";
    private static final int KEY_BYTES = 32;
    private static final long OPENING_BALANCE = 1_000_000;
    private static final List<String> HOLDERS = List.of("アリスガワ サクラ", "ボウノウラ ケン", "チヂワ ハルカ");
    private static final Map<BankId, String> BANKS = banks();

    private final BankSimulator simulator;
    private final String apiKey;
    private final String directorKey;

    private DemoBanks(BankSimulator simulator, String apiKey, String directorKey) {
        this.simulator = simulator;
        this.apiKey = apiKey;
        this.directorKey = directorKey;
    }

    /**
     * Starts the banks, and opens their customers' accounts if they are new.
     *
     * @param port to listen on, on this machine only; any free one, if it is taken
     */
    static DemoBanks start(Path folder, int port) {
        String apiKey = key();
        String directorKey = key();
        var settings = SimulatorSettings.of(
                        directorKey,
                        List.of(new Operator(OPERATOR, apiKey)),
                        BANKS.entrySet().stream()
                                .map(bank -> BankDefinition.of(digits(bank.getKey()), bank.getValue()))
                                .toList())
                .withFolder(folder)
                .withPort(isFree(port) ? port : 0);
        var simulator = BankSimulator.start(settings);
        simulator.banks().forEach(bank -> {
            for (int i = 0; i < HOLDERS.size(); i++) {
                boolean _ = bank.books()
                        .open(token(bank.definition().code(), i + 1), HOLDERS.get(i), "JPY", OPENING_BALANCE);
            }
        });
        return new DemoBanks(simulator, apiKey, directorKey);
    }

    /** The banks' codes. */
    static List<BankId> codes() {
        return List.copyOf(BANKS.keySet());
    }

    /** The token of a customer's account: the bank's code, and the customer's number from 1. */
    static String token(String bank, int customer) {
        return "000000000000" + bank + "%016x".formatted(customer);
    }

    /** Where the banks answer. */
    URI address() {
        return simulator.address();
    }

    /** How the server reaches the banks, by property names. */
    Map<String, String> properties() {
        var properties = new LinkedHashMap<String, String>();
        for (BankId bank : BANKS.keySet()) {
            String prefix = "sekisho.banking.banks." + digits(bank);
            properties.put(prefix + ".address", simulator.address(digits(bank)).toString());
            properties.put(prefix + ".api-key", apiKey);
        }
        return properties;
    }

    /** Where the banks answer, and the key of who may direct them. */
    String director() {
        return "URL=" + simulator.address() + "\nDIRECTOR_KEY=" + directorKey + "\n";
    }

    @Override
    public void close() {
        simulator.close();
    }

    private static Map<BankId, String> banks() {
        var banks = new LinkedHashMap<BankId, String>();
        banks.put(new BankId(9991), "Mutsuki Bank");
        banks.put(new BankId(9992), "Kisaragi Bank");
        banks.put(new BankId(9993), "Yayoi Bank");
        banks.put(new BankId(9994), "Uzuki Shinkin Bank");
        banks.put(new BankId(9995), "Satsuki Credit Union");
        return banks;
    }

    private static String digits(BankId bank) {
        return "%04d".formatted(bank.code());
    }

    private static String key() {
        byte[] bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
