package sekisho.banksimulator.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import sekisho.banksimulator.banks.SimulatedBank;
import sekisho.banksimulator.conduct.Conduct;

/**
 * For whoever directs the simulation: banks, their accounts, their conduct, the calls they received. Below
 * {@code /admin/banks}:
 * <ul>
 *   <li>{@code GET}: the banks' codes and names.
 *   <li>{@code POST /{code}/accounts} {@code {"token", "holder", "currency", "balance"}}: opens an account (201),
 *       unless there is one with this token (200).
 *   <li>{@code GET /{code}/accounts/{token}}, {@code GET /{code}/accounts/{token}/statement?after=},
 *       {@code POST /{code}/accounts/{token}/close}.
 *   <li>{@code GET} and {@code PUT /{code}/conduct}: {@code {"seed", "misbehaviours": [{"fault", "share", "millis",
 *       "calls"}]}}.
 *   <li>{@code GET /{code}/calls?after=}: what the bank was called for, a thousand at a time.
 *   <li>{@code GET /{code}/requests}: how many requests reached the bank since it was started, by method and path.
 * </ul>
 */
@RestController
@RequestMapping("/admin/banks")
final class AdminController {
    private static final int PAGE = 1_000;

    private final Doorkeeper door;
    private final ReceivedRequests received;

    AdminController(Doorkeeper door, ReceivedRequests received) {
        this.door = door;
        this.received = received;
    }

    /** A bank as it is listed. */
    private record BankDocument(String code, String name) {}

    /** An account to be opened. */
    private record AccountDocument(String token, String holder, String currency, long balance) {}

    @GetMapping
    ResponseEntity<byte[]> banks(HttpServletRequest request) {
        door.requireDirector(request);
        List<BankDocument> listed = door.banks().stream()
                .map(SimulatedBank::definition)
                .map(bank -> new BankDocument(bank.code(), bank.name()))
                .toList();
        return StrictJson.answer(HttpStatus.OK, listed);
    }

    @PostMapping("/{code}/accounts")
    ResponseEntity<byte[]> open(@PathVariable String code, HttpServletRequest request) {
        SimulatedBank bank = bank(code, request);
        var document = StrictJson.read(request, AccountDocument.class);
        if (!document.token().matches("[0-9a-f]{32}") || document.balance() < 0) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "token: 32 hexadecimal digits; balance: at least 0");
        }
        boolean opened =
                bank.books().open(document.token(), document.holder(), document.currency(), document.balance());
        return account(bank, document.token(), opened ? HttpStatus.CREATED : HttpStatus.OK);
    }

    @GetMapping("/{code}/accounts/{token}")
    ResponseEntity<byte[]> account(@PathVariable String code, @PathVariable String token, HttpServletRequest request) {
        return account(bank(code, request), token, HttpStatus.OK);
    }

    @PostMapping("/{code}/accounts/{token}/close")
    ResponseEntity<byte[]> close(@PathVariable String code, @PathVariable String token, HttpServletRequest request) {
        SimulatedBank bank = bank(code, request);
        boolean _ = bank.books().close(token);
        return account(bank, token, HttpStatus.OK);
    }

    @GetMapping("/{code}/accounts/{token}/statement")
    ResponseEntity<byte[]> statement(
            @PathVariable String code,
            @PathVariable String token,
            @RequestParam(defaultValue = "0") long after,
            HttpServletRequest request) {
        return StrictJson.answer(
                HttpStatus.OK, StatementDocument.of(bank(code, request).books(), token, after, PAGE));
    }

    @GetMapping("/{code}/conduct")
    ResponseEntity<byte[]> conduct(@PathVariable String code, HttpServletRequest request) {
        return StrictJson.answer(HttpStatus.OK, bank(code, request).conduct());
    }

    @PutMapping("/{code}/conduct")
    ResponseEntity<byte[]> behave(@PathVariable String code, HttpServletRequest request) {
        SimulatedBank bank = bank(code, request);
        bank.behave(StrictJson.read(request, Conduct.class));
        return StrictJson.answer(HttpStatus.OK, bank.conduct());
    }

    @GetMapping("/{code}/calls")
    ResponseEntity<byte[]> calls(
            @PathVariable String code, @RequestParam(defaultValue = "0") long after, HttpServletRequest request) {
        return StrictJson.answer(
                HttpStatus.OK,
                bank(code, request).callsAfter(after, PAGE).stream()
                        .map(CallDocument::of)
                        .toList());
    }

    @GetMapping("/{code}/requests")
    ResponseEntity<byte[]> requests(@PathVariable String code, HttpServletRequest request) {
        return StrictJson.answer(
                HttpStatus.OK, received.at(bank(code, request).definition().code()));
    }

    private SimulatedBank bank(String code, HttpServletRequest request) {
        door.requireDirector(request);
        return door.bank(code);
    }

    private static ResponseEntity<byte[]> account(SimulatedBank bank, String token, HttpStatus status) {
        return StrictJson.answer(
                status,
                bank.books()
                        .account(token)
                        .orElseThrow(() -> new Refusal(HttpStatus.NOT_FOUND, "there is no account with this token")));
    }
}
