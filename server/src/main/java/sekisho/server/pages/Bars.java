package sekisho.server.pages;

import java.util.ArrayList;
import java.util.List;

/** A chart of up to six bars from zero, as sizes for SVG: style sheets get no numbers from data. */
public record Bars(List<Bar> bars) {
    private static final int GROUND = 126;
    private static final int TALLEST = 100;
    private static final int PITCH = 61;
    private static final int FIRST = 8;

    public Bars {
        bars = List.copyOf(bars);
    }

    /**
     * What is shown.
     *
     * @param now whether it is the one that is spoken of
     */
    public record Bar(String label, long yen, int x, int y, int height, boolean now) {}

    /** What a bar stands for. */
    public record Value(String label, long yen) {}

    /** The last value is the one that is spoken of. */
    public static Bars of(List<Value> values) {
        long most = Math.max(1, values.stream().mapToLong(Value::yen).max().orElse(0));
        var bars = new ArrayList<Bar>();
        for (int i = 0; i < values.size(); i++) {
            Value value = values.get(i);
            int height = (int) (value.yen() * TALLEST / most);
            bars.add(new Bar(
                    value.label(), value.yen(), FIRST + i * PITCH, GROUND - height, height, i == values.size() - 1));
        }
        return new Bars(bars);
    }
}
