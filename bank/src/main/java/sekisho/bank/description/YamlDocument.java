package sekisho.bank.description;

import java.io.StringReader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.Node;

/**
 * One small YAML document as nodes with their places. What makes YAML surprising is refused before anything is built:
 * anchors and aliases, tags, directives, further documents.
 */
final class YamlDocument {
    /** Characters. The longest description of a fictional bank has a tenth. */
    static final int LONGEST = 16_384;

    private static final int DEEPEST = 8;

    private YamlDocument() {}

    /** The root; null if there is none, and then there is a mistake. */
    static @Nullable Node root(String text, Mistakes mistakes) {
        if (text.length() > LONGEST) {
            mistakes.add(null, "", "the file has " + text.length() + " characters: make it " + LONGEST + " at most");
            return null;
        }
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(DEEPEST);
        options.setCodePointLimit(LONGEST);
        var yaml = new Yaml(options);
        int before = mistakes.count();
        try {
            refuseSurprises(yaml, text, mistakes);
            if (mistakes.count() > before) {
                return null;
            }
            @Nullable Node root = yaml.compose(new StringReader(text));
            if (root == null) {
                mistakes.add(null, "", "the file is empty: describe a bank in it");
            }
            return root;
        } catch (MarkedYAMLException e) {
            mistakes.add(e.getProblemMark(), "", "this is no YAML: " + e.getProblem() + "; correct it here or above");
            return null;
        } catch (YAMLException e) {
            mistakes.add(null, "", "this is no YAML that is read here: " + e.getMessage());
            return null;
        }
    }

    private static void refuseSurprises(Yaml yaml, String text, Mistakes mistakes) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("%")) {
                mistakes.add(i + 1, "directives (%) are refused: take it away");
            }
        }
        int documents = 0;
        for (Event event : yaml.parse(new StringReader(text))) {
            if (event instanceof NodeEvent node && node.getAnchor() != null) {
                mistakes.add(
                        event.getStartMark(), "", "anchors and aliases (& and *) are refused: write the value out");
            }
            boolean tagged = (event instanceof ScalarEvent scalar && scalar.getTag() != null)
                    || (event instanceof CollectionStartEvent collection && collection.getTag() != null);
            if (tagged) {
                mistakes.add(event.getStartMark(), "", "tags (!) are refused: take it away");
            }
            if (event instanceof DocumentStartEvent start) {
                documents++;
                if (documents == 2) {
                    mistakes.add(start.getStartMark(), "", "a second document begins: one file describes one bank");
                }
            }
        }
    }
}
