package sekisho.banksimulator.http;

import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers what is not served. */
@RestControllerAdvice
final class Problems {

    @ExceptionHandler
    ResponseEntity<byte[]> refused(Refusal refusal) {
        return StrictJson.answer(refusal.status(), Map.of("error", String.valueOf(refusal.getMessage())));
    }
}
