package sekisho.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes values as JSON on one line: maps, lists, texts, numbers, truth values. */
final class Json {
    private final StringBuilder text = new StringBuilder();

    private Json() {}

    static String of(Object value) {
        Json json = new Json();
        json.add(value);
        return json.text.toString();
    }

    private void add(Object value) {
        switch (value) {
            case Map<?, ?> map -> addMap(map);
            case List<?> list -> addList(list);
            case Double number -> addDouble(number);
            case Number number -> text.append(number);
            case Boolean truth -> text.append(truth);
            default -> addText(value.toString());
        }
    }

    private void addMap(Map<?, ?> map) {
        String separator = "{";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            text.append(separator);
            addText(String.valueOf(entry.getKey()));
            text.append(':');
            add(entry.getValue());
            separator = ",";
        }
        text.append(map.isEmpty() ? "{}" : "}");
    }

    private void addList(List<?> list) {
        String separator = "[";
        for (Object value : list) {
            text.append(separator);
            add(value);
            separator = ",";
        }
        text.append(list.isEmpty() ? "[]" : "]");
    }

    private void addDouble(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("JSON has no such number");
        }
        if (number == Math.rint(number) && Math.abs(number) < 1e15) {
            text.append((long) number);
        } else {
            text.append(number);
        }
    }

    private void addText(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            switch (character) {
                case '"', '\\' -> text.append('\\').append(character);
                case '\n' -> text.append("\\n");
                default -> {
                    if (character < ' ') {
                        text.append(String.format(Locale.ROOT, "\\u%04x", (int) character));
                    } else {
                        text.append(character);
                    }
                }
            }
        }
        text.append('"');
    }
}
