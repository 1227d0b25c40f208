package sekisho.banksimulator.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import sekisho.banksimulator.pages.DebitFileDesk;

/** Zengin's files of mandates and debits, there and back (docs/bank-backchannel.md). */
@RestController
@RequestMapping("/banks/{code}/debit-files")
final class DebitFileController {
    private static final int LONGEST = 1024 * 1024;

    private final Doorkeeper door;
    private final DebitFileDesk desk;

    DebitFileController(Doorkeeper door, DebitFileDesk desk) {
        this.door = door;
        this.desk = desk;
    }

    /** A file of mandates, in base64, with a signed request for each. */
    private record MandatesDocument(String file, List<String> requests) {}

    /** A file of debits, in base64. */
    private record DebitsDocument(String file) {}

    @PostMapping("/mandates")
    ResponseEntity<byte[]> mandates(@PathVariable String code, HttpServletRequest request) throws InterruptedException {
        String operator = door.operator(request);
        MandatesDocument document = StrictJson.read(request, MandatesDocument.class, LONGEST);
        return taken(desk.takeMandates(
                code,
                operator,
                bytes(document.file()),
                document.requests(),
                BackchannelController.issuer(request, code)));
    }

    @PostMapping("/debits")
    ResponseEntity<byte[]> debits(@PathVariable String code, HttpServletRequest request) {
        String operator = door.operator(request);
        DebitsDocument document = StrictJson.read(request, DebitsDocument.class, LONGEST);
        return taken(desk.takeDebits(code, operator, bytes(document.file())));
    }

    @GetMapping("/{id}")
    ResponseEntity<byte[]> collect(@PathVariable String code, @PathVariable String id, HttpServletRequest request) {
        String operator = door.operator(request);
        return switch (desk.collect(code, operator, id, BackchannelController.issuer(request, code))
                .orElseThrow(DebitFileController::nothing)) {
            case DebitFileDesk.Standing.Waiting() -> StrictJson.answer(HttpStatus.OK, Map.of("status", "waiting"));
            case DebitFileDesk.Standing.Done(var file, var results) ->
                StrictJson.answer(HttpStatus.OK, Map.of("status", "done", "file", file, "results", results));
        };
    }

    private static ResponseEntity<byte[]> taken(Optional<DebitFileDesk.Taken> taken) {
        return switch (taken.orElseThrow(DebitFileController::nothing)) {
            case DebitFileDesk.Taken.Yes(var id, var ready) ->
                StrictJson.answer(HttpStatus.OK, Map.of("id", id, "ready", ready));
            case DebitFileDesk.Taken.No(var why) -> throw new Refusal(HttpStatus.BAD_REQUEST, why);
        };
    }

    private static byte[] bytes(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "the file is no base64");
        }
    }

    private static Refusal nothing() {
        return new Refusal(HttpStatus.NOT_FOUND, "there is nothing of yours with this name");
    }
}
