package sekisho.bank.description;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The fields of one mapping. What is wrong is written down with its place; what is returned instead is harmless and never
 * seen, because a file with a mistake is not used.
 */
final class Fields {
    private static final int LONGEST_LIST = 32;
    private static final int LONGEST_SHOWN = 40;
    private static final Pattern DURATION = Pattern.compile("(0|[1-9][0-9]{0,5})([mhd])");
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,14}");

    private final String path;
    private final @Nullable Mark mark;
    private final Map<String, Node> values;
    private final Mistakes mistakes;

    private Fields(String path, @Nullable Mark mark, Map<String, Node> values, Mistakes mistakes) {
        this.path = path;
        this.mark = mark;
        this.values = values;
        this.mistakes = mistakes;
    }

    /**
     * The fields of a node.
     *
     * @param path where it is, empty for the root
     */
    static Fields of(Node node, String path, Set<String> required, Set<String> optional, Mistakes mistakes) {
        var values = new LinkedHashMap<String, Node>();
        var fields = new Fields(path, node.getStartMark(), values, mistakes);
        if (!(node instanceof MappingNode mapping)) {
            mistakes.add(node.getStartMark(), path, "here should be fields: " + list(required));
            return fields;
        }
        var known = new TreeSet<>(required);
        known.addAll(optional);
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            Mark where = tuple.getKeyNode().getStartMark();
            if (!known.contains(key)) {
                mistakes.add(
                        where,
                        fields.at(brief(key)),
                        "nobody reads this field: take it away, known are " + list(known));
            } else if (values.putIfAbsent(key, tuple.getValueNode()) != null) {
                mistakes.add(where, fields.at(key), "this field is there twice: take one away");
            }
        }
        for (String key : new TreeSet<>(required)) {
            if (!values.containsKey(key)) {
                mistakes.add(node.getStartMark(), fields.at(key), "this field is missing: add it");
            }
        }
        return fields;
    }

    /** Writes down that a field is wrong. */
    void wrong(String key, String sentence) {
        Node node = values.get(key);
        mistakes.add(node == null ? mark : node.getStartMark(), at(key), sentence);
    }

    /** The fields of a field. */
    Fields inner(String key, Set<String> required) {
        Node node = values.get(key);
        return node == null
                ? new Fields(at(key), mark, Map.of(), mistakes)
                : of(node, at(key), required, Set.of(), mistakes);
    }

    /** The fields of each element of a list of 1 to 32. */
    List<Fields> each(String key, Set<String> required, Set<String> optional) {
        var all = new ArrayList<Fields>();
        List<Node> elements = elements(key, 1);
        for (int i = 0; i < elements.size(); i++) {
            all.add(of(elements.get(i), at(key) + "[" + (i + 1) + "]", required, optional, mistakes));
        }
        return all;
    }

    /** A text that a pattern describes. */
    String text(String key, Pattern form, String otherwise, String sentence) {
        String text = scalar(key);
        if (text == null) {
            return otherwise;
        }
        if (!form.matcher(text).matches()) {
            wrong(key, shown(text) + " does not fit: " + sentence);
            return otherwise;
        }
        return text;
    }

    <T> T word(String key, Words<T> words, T otherwise) {
        String text = scalar(key);
        T meaning = text == null ? null : words.meaning(text);
        if (text != null && meaning == null) {
            wrong(key, shown(text) + " is no word for it: use one of " + words.list());
        }
        return meaning == null ? otherwise : meaning;
    }

    /** A list of different words, perhaps empty. */
    <T> Set<T> words(String key, Words<T> words) {
        var all = new LinkedHashSet<T>();
        for (Node node : elements(key, 0)) {
            T meaning = node instanceof ScalarNode scalar ? words.meaning(scalar.getValue()) : null;
            if (meaning == null) {
                mistakes.add(node.getStartMark(), at(key), "this is no word for it: use those of " + words.list());
            } else if (!all.add(meaning)) {
                mistakes.add(node.getStartMark(), at(key), "this word is there twice: take one away");
            }
        }
        return all;
    }

    /** A whole number, written without quotes, signs and separators. */
    long number(String key, long least, long most) {
        String text = scalar(key);
        if (text == null) {
            return least;
        }
        boolean plain = values.get(key) instanceof ScalarNode node && node.getScalarStyle() == ScalarStyle.PLAIN;
        if (plain && NUMBER.matcher(text).matches()) {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        wrong(key, shown(text) + " does not fit: write a whole number from " + least + " to " + most);
        return least;
    }

    /** True or false; false if it is not there. */
    boolean flag(String key) {
        String text = scalar(key);
        if (text != null && !text.equals("true") && !text.equals("false")) {
            wrong(key, shown(text) + " is neither true nor false: write one of them");
        }
        return "true".equals(text);
    }

    /** Whole minutes, hours or days: {@code 90m}, {@code 24h}, {@code 3d}. */
    Duration duration(String key, Duration most) {
        String text = scalar(key);
        if (text == null) {
            return Duration.ZERO;
        }
        Matcher matcher = DURATION.matcher(text);
        if (matcher.matches()) {
            long amount = Long.parseLong(matcher.group(1));
            Duration duration = switch (matcher.group(2).charAt(0)) {
                case 'm' -> Duration.ofMinutes(amount);
                case 'h' -> Duration.ofHours(amount);
                default -> Duration.ofDays(amount);
            };
            if (duration.compareTo(most) <= 0) {
                return duration;
            }
        }
        wrong(key, shown(text) + " does not fit: write 0m to " + most.toDays() + "d, as 90m, 24h or 3d");
        return Duration.ZERO;
    }

    private @Nullable String scalar(String key) {
        Node node = values.get(key);
        if (node == null) {
            return null;
        }
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        wrong(key, "here should be one value");
        return null;
    }

    private List<Node> elements(String key, int least) {
        Node node = values.get(key);
        if (node == null) {
            return List.of();
        }
        if (node instanceof SequenceNode sequence
                && sequence.getValue().size() >= least
                && sequence.getValue().size() <= LONGEST_LIST) {
            return sequence.getValue();
        }
        wrong(key, "here should be a list of " + least + " to " + LONGEST_LIST);
        return List.of();
    }

    private String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static String list(Set<String> keys) {
        return String.join(", ", new TreeSet<>(keys));
    }

    /** What somebody wrote, short enough for a message and on one line. */
    private static String shown(String text) {
        return "'" + brief(text) + "'";
    }

    private static String brief(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= LONGEST_SHOWN ? line : line.substring(0, LONGEST_SHOWN) + "…";
    }
}
