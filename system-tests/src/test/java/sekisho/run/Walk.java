package sekisho.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The README's walk: the lines of its block of shell commands, to be typed one after the other, and what it says that they
 * end in.
 *
 * @param lines as they stand there
 * @param claims what the output must contain
 */
record Walk(List<String> lines, List<String> claims) {
    private static final Pattern BLOCK = Pattern.compile("(?s)```bash\n(.*?)```");
    private static final Pattern CLAIM = Pattern.compile("`(\"closing\":\\d+)`");
    private static final String API = "http://localhost:8080";

    static Walk ofReadme() throws IOException {
        String readme = Files.readString(Path.of("../README.md"));
        List<String> blocks = all(BLOCK, readme).stream()
                .filter(block -> block.contains("/oauth2/token"))
                .toList();
        assertThat(blocks).hasSize(1);
        assertThat(blocks.getFirst()).contains(API);
        var claims = all(CLAIM, readme);
        assertThat(claims).hasSize(2);
        return new Walk(blocks.getFirst().lines().toList(), claims);
    }

    /** Types the lines into a shell in a folder, for a server there; what the last two, the statements, printed. */
    String run(Path folder, URI url) throws IOException, InterruptedException {
        var input = new ArrayList<>(lines);
        input.add("declare -p ALICE BOB > walk.env");
        return lastLines(shell(folder, url, input));
    }

    /** Asks for the statements of the same wallets again. */
    String statementsAgain(Path folder, URI url) throws IOException, InterruptedException {
        var input = new ArrayList<>(lines.subList(0, firstChange()));
        input.add(". ./walk.env");
        input.addAll(lines.subList(lines.size() - 2, lines.size()));
        return lastLines(shell(folder, url, input));
    }

    private int firstChange() {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("ALICE=")) {
                return i;
            }
        }
        throw new AssertionError("the walk opens no wallet for Alice");
    }

    private static String shell(Path folder, URI url, List<String> input) throws IOException, InterruptedException {
        Path script = Files.createTempFile(folder, "walk", null);
        Files.writeString(script, String.join("\n", input).replace(API, url.toString()) + "\n");
        Path output = Files.createTempFile(folder, "walked", null);
        var process = new ProcessBuilder("bash")
                .directory(folder.toFile())
                .redirectInput(script.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(180, TimeUnit.SECONDS);
        if (!ended) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        assertThat(ended)
                .as(() -> "the walk ends; it has printed: " + read(output))
                .isTrue();
        return read(output);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without the end of the period that a statement is about, which is now. */
    private static String lastLines(String output) {
        var all = output.strip().lines().toList();
        assertThat(all).as(output).hasSizeGreaterThanOrEqualTo(2);
        return String.join("\n", all.subList(all.size() - 2, all.size())).replaceAll("\"to\":\"[^\"]*\",", "");
    }

    private static List<String> all(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        var found = new ArrayList<String>();
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
