package sekisho.banksimulator.profile;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Banks that do not exist, each described in a file. */
public final class FictionalBanks {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private FictionalBanks() {}

    /** All of them, by code. */
    public static List<BankProfile> all() {
        return resource("banks.txt")
                .lines()
                .map(code -> parse(resource(code + ".yaml")))
                .toList();
    }

    /**
     * Reads a description.
     *
     * @throws IllegalArgumentException if it is none; it says where
     */
    public static BankProfile parse(String yaml) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        try {
            Map<String, Object> tree = new Yaml(new SafeConstructor(options)).load(yaml);
            // Most banks ask the same whoever sends the customer.
            tree.putIfAbsent("rail-steps", List.of());
            return MAPPER.convertValue(tree, Document.class).profile();
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("no description of a bank: " + e.getMessage(), e);
        }
    }

    private static String resource(String name) {
        var stream = FictionalBanks.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalStateException("the description " + name + " is not beside its class");
        }
        try (stream) {
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A name as the file has it. */
    private record NameDocument(String ja, String kana, String en) {}

    /** A branch as the file has it. */
    private record BranchDocument(String code, String ja, String en) {}

    /** How the holder is told, as the file has it. */
    private record TellingDocument(
            String channel,
            @JsonProperty("proof-of-delivery") boolean proof,
            @JsonProperty("contact-changes") boolean contactChanges) {}

    /** The file. */
    private record Document(
            String code,
            NameDocument name,
            Named service,
            Look look,
            List<BranchDocument> branches,
            String rail,
            List<List<String>> steps,
            @JsonProperty("rail-steps") List<List<String>> railSteps,
            int tries,
            TellingDocument tells,
            Set<String> compares) {

        BankProfile profile() {
            return new BankProfile(
                    code,
                    new Named(name.ja(), name.en()),
                    name.kana(),
                    service,
                    look,
                    branches.stream()
                            .map(branch -> new Branch(branch.code(), new Named(branch.ja(), branch.en())))
                            .toList(),
                    rail,
                    asks(steps),
                    asks(railSteps),
                    tries,
                    new Telling(tells.channel(), tells.proof(), tells.contactChanges()),
                    compares);
        }

        private static List<List<Ask>> asks(List<List<String>> steps) {
            return steps.stream()
                    .map(step -> step.stream().map(Document::ask).toList())
                    .toList();
        }

        private static Ask ask(String word) {
            return Ask.of(word).orElseThrow(() -> new IllegalArgumentException("nothing is asked by the word " + word));
        }
    }
}
