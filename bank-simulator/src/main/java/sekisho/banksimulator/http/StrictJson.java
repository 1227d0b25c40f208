package sekisho.banksimulator.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON as it must be and not as it might be meant; writes it. */
final class StrictJson {
    private static final int LONGEST_BODY = 16 * 1024;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private StrictJson() {}

    /**
     * Reads a request's body.
     *
     * @throws Refusal if it is not such a document
     */
    static <T> T read(HttpServletRequest request, Class<T> type) {
        return read(request, type, LONGEST_BODY);
    }

    /** The same for a document that may be longer. */
    static <T> T read(HttpServletRequest request, Class<T> type, int longest) {
        try {
            byte[] body = request.getInputStream().readNBytes(longest + 1);
            if (body.length > longest) {
                throw new Refusal(HttpStatus.CONTENT_TOO_LARGE, "a body has at most " + longest + " bytes");
            }
            return MAPPER.readValue(body, type);
        } catch (IOException e) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "the body did not come whole");
        } catch (JacksonException e) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "the body is no such document: " + e.getOriginalMessage());
        }
    }

    static ResponseEntity<byte[]> answer(HttpStatus status, Object document) {
        return answer(status, document, 1);
    }

    /** An answer whose body is sent several times. */
    static ResponseEntity<byte[]> answer(HttpStatus status, Object document, int times) {
        byte[] once = MAPPER.writeValueAsBytes(document);
        byte[] body = new byte[once.length * times];
        for (int i = 0; i < times; i++) {
            System.arraycopy(once, 0, body, i * once.length, once.length);
        }
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }
}
