package sekisho.banksimulator.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import sekisho.banksimulator.pages.Backchannel;
import sekisho.banksimulator.redirect.RequestRefusal;

/** What operators ask a bank without a browser (docs/bank-backchannel.md). */
@RestController
@RequestMapping("/banks/{code}")
final class BackchannelController {
    private final Doorkeeper door;
    private final Backchannel backchannel;

    BackchannelController(Doorkeeper door, Backchannel backchannel) {
        this.door = door;
        this.backchannel = backchannel;
    }

    /** A request to begin. */
    private record RequestDocument(String request) {}

    /** A code that somebody read. */
    private record CodeDocument(String code) {}

    /** Which link a statement is to be seen for. */
    private record NoticeDocument(String book) {}

    @PostMapping("/backchannel")
    ResponseEntity<byte[]> begin(@PathVariable String code, HttpServletRequest request) throws InterruptedException {
        String operator = door.operator(request);
        String signed = StrictJson.read(request, RequestDocument.class).request();
        return begun(backchannel.begin(code, operator, signed, issuer(request, code)));
    }

    @PostMapping("/linkings/{link}/deposit-code")
    ResponseEntity<byte[]> notice(@PathVariable String code, @PathVariable String link, HttpServletRequest request) {
        String operator = door.operator(request);
        String book = StrictJson.read(request, NoticeDocument.class).book();
        return begun(backchannel.beginNotice(code, operator, book, link));
    }

    @GetMapping("/backchannel/{id}")
    ResponseEntity<byte[]> ask(@PathVariable String code, @PathVariable String id, HttpServletRequest request) {
        String operator = door.operator(request);
        return standing(backchannel.ask(code, operator, id, issuer(request, code)));
    }

    @PostMapping("/backchannel/{id}/code")
    ResponseEntity<byte[]> enter(@PathVariable String code, @PathVariable String id, HttpServletRequest request) {
        String operator = door.operator(request);
        String typed = StrictJson.read(request, CodeDocument.class).code();
        return standing(backchannel.enter(code, operator, id, typed, issuer(request, code)));
    }

    private static ResponseEntity<byte[]> begun(Optional<Backchannel.Begun> begun) {
        return switch (begun.orElseThrow(BackchannelController::nothing)) {
            case Backchannel.Begun.Taken(var id, var expires, var interval, var tries) ->
                StrictJson.answer(
                        HttpStatus.OK, Map.of("id", id, "expires", expires, "interval", interval, "tries", tries));
            case Backchannel.Begun.Refused(var reason) -> throw new Refusal(status(reason), reason.name());
        };
    }

    private static HttpStatus status(RequestRefusal reason) {
        return reason == RequestRefusal.BUSY || reason == RequestRefusal.KEYS_NOT_AVAILABLE
                ? HttpStatus.SERVICE_UNAVAILABLE
                : HttpStatus.BAD_REQUEST;
    }

    private static ResponseEntity<byte[]> standing(Optional<Backchannel.Standing> standing) {
        return switch (standing.orElseThrow(BackchannelController::nothing)) {
            case Backchannel.Standing.Waiting(var tries) ->
                StrictJson.answer(HttpStatus.OK, Map.of("status", "waiting", "tries", tries));
            case Backchannel.Standing.Hasty() ->
                StrictJson.answer(HttpStatus.TOO_MANY_REQUESTS, Map.of("status", "slow-down"));
            case Backchannel.Standing.Answered(var result) ->
                StrictJson.answer(HttpStatus.OK, Map.of("status", "answered", "result", result));
        };
    }

    static String issuer(HttpServletRequest request, String code) {
        return "http://127.0.0.1:" + request.getLocalPort() + "/banks/" + code;
    }

    private static Refusal nothing() {
        return new Refusal(HttpStatus.NOT_FOUND, "there is nothing of yours with this name");
    }
}
