package sekisho.banksimulator.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import sekisho.banksimulator.banks.Operator;
import sekisho.banksimulator.banks.SimulatedBank;

/** Knows the banks, and who may call them. */
final class Doorkeeper {
    private static final String BEARER = "Bearer ";

    private final Map<String, SimulatedBank> banks;
    private final List<Operator> operators;
    private final String directorKey;

    Doorkeeper(List<SimulatedBank> banks, List<Operator> operators, String directorKey) {
        this.banks = banks.stream()
                .collect(Collectors.toUnmodifiableMap(bank -> bank.definition().code(), Function.identity()));
        this.operators = List.copyOf(operators);
        this.directorKey = directorKey;
    }

    /** @throws Refusal if there is no such bank */
    SimulatedBank bank(String code) {
        SimulatedBank bank = banks.get(code);
        if (bank == null) {
            throw new Refusal(HttpStatus.NOT_FOUND, "there is no bank with this code");
        }
        return bank;
    }

    List<SimulatedBank> banks() {
        return banks.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }

    /**
     * The name of the operator who calls.
     *
     * @throws Refusal if nobody has this key
     */
    String operator(HttpServletRequest request) {
        String key = bearer(request);
        return operators.stream()
                .filter(operator -> same(operator.apiKey(), key))
                .findFirst()
                .orElseThrow(Doorkeeper::stranger)
                .name();
    }

    /** @throws Refusal if it is not the director who calls */
    void requireDirector(HttpServletRequest request) {
        if (!same(directorKey, bearer(request))) {
            throw stranger();
        }
    }

    private static String bearer(HttpServletRequest request) {
        @Nullable String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.startsWith(BEARER)) {
            throw stranger();
        }
        return header.substring(BEARER.length());
    }

    /** Takes as long whatever differs. */
    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
    }

    private static Refusal stranger() {
        return new Refusal(HttpStatus.UNAUTHORIZED, "the header Authorization has no key that is known here");
    }
}
