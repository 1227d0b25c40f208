package sekisho.server.api.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import sekisho.server.testing.Reply;

/** Holds answers to the API's document. */
final class Judge {
    private Judge() {}

    /** The answer is one that the document states: its status, and, if it is a problem, its code and shape. */
    static void judge(ApiDocument.Operation operation, Reply reply, String context) {
        Set<String> codes = operation.codes().get(reply.status());
        assertThat(codes)
                .as("%s: status %s is not documented for %s: %s", context, reply.status(), operation, reply.text())
                .isNotNull();
        assertThat(reply.status()).as("%s: %s", context, reply.text()).isNotEqualTo(500);
        if (reply.status() >= 400) {
            String code = reply.problem().path("code").asString();
            assertThat(codes)
                    .as("%s: %s with status %s is not documented for %s", context, code, reply.status(), operation)
                    .contains(code);
        }
    }
}
