package sekisho.banksimulator.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import sekisho.banksimulator.books.Mandate;
import sekisho.banksimulator.pages.OperatorMandates;

/** The keys of a bank, its mandates for operators, and what it says to them after visits (docs/bank-redirect.md). */
@RestController
@RequestMapping("/banks/{code}")
final class MandateController {
    private final Doorkeeper door;
    private final OperatorMandates mandates;

    MandateController(Doorkeeper door, OperatorMandates mandates) {
        this.door = door;
        this.mandates = mandates;
    }

    /** A mandate that has ended. */
    private record EndedDocument(long number, String mandate, long at, String by) {
        static EndedDocument of(Mandate mandate) {
            Mandate.End end = Objects.requireNonNull(mandate.end(), "only ended mandates are listed");
            return new EndedDocument(
                    end.number(), mandate.token(), end.at(), end.by().word());
        }
    }

    @GetMapping("/link-keys.json")
    ResponseEntity<byte[]> keys(@PathVariable String code) {
        String keys = mandates.keys(code).orElseThrow(MandateController::noBank);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(keys.getBytes(UTF_8));
    }

    @GetMapping("/mandates/ended")
    ResponseEntity<byte[]> ended(
            @PathVariable String code, @RequestParam(defaultValue = "0") long after, HttpServletRequest request) {
        String operator = door.operator(request);
        List<EndedDocument> ended =
                mandates.endedAfter(code, operator, after).orElseThrow(MandateController::noBank).stream()
                        .map(EndedDocument::of)
                        .toList();
        return StrictJson.answer(HttpStatus.OK, Map.of("ended", ended));
    }

    @GetMapping("/statements")
    ResponseEntity<byte[]> statements(
            @PathVariable String code, @RequestParam(defaultValue = "0") long after, HttpServletRequest request) {
        String operator = door.operator(request);
        List<Map<String, Object>> statements =
                mandates.statementsAfter(code, operator, after).orElseThrow(MandateController::noBank);
        return StrictJson.answer(HttpStatus.OK, Map.of("statements", statements));
    }

    @PostMapping("/mandates/{mandate}/end")
    ResponseEntity<byte[]> end(@PathVariable String code, @PathVariable String mandate, HttpServletRequest request) {
        String operator = door.operator(request);
        String issuer = "http://127.0.0.1:" + request.getLocalPort() + "/banks/" + code;
        if (!mandates.end(code, operator, mandate, issuer)) {
            throw new Refusal(HttpStatus.NOT_FOUND, "there is no mandate of yours with this token");
        }
        return StrictJson.answer(HttpStatus.OK, Map.of("mandate", mandate, "status", "ended"));
    }

    private static Refusal noBank() {
        return new Refusal(HttpStatus.NOT_FOUND, "there is no bank with pages with this code");
    }
}
