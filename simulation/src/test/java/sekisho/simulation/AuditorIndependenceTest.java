package sekisho.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import sekisho.auditor.Auditor;

final class AuditorIndependenceTest {

    @Test
    void theAuditorKnowsNothingOfTheEngineAndItsBytes() throws URISyntaxException {
        Path auditor = Path.of(Auditor.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        StringWriter out = new StringWriter();
        int code = ToolProvider.findFirst("jdeps")
                .orElseThrow()
                .run(
                        new PrintWriter(out),
                        new PrintWriter(out),
                        "-verbose:class",
                        "-filter:none",
                        "--ignore-missing-deps",
                        "--multi-release",
                        "base",
                        "-cp",
                        System.getProperty("java.class.path"),
                        auditor.toString());
        String dependencies = out.toString();
        assertThat(code).as(dependencies).isZero();
        assertThat(dependencies).contains("sekisho.auditor.Auditor", "sekisho.protocol.Request");
        assertThat(dependencies).doesNotContain("sekisho.core", "sekisho.wire");
    }
}
