package sekisho.server.console;

import java.util.ArrayList;
import java.util.List;

/** Two bars a day from zero, as sizes for SVG: style sheets get no numbers from data. */
public record VolumeChart(List<Day> days, List<Column> columns, long most) {
    private static final int GROUND = 116;
    private static final int TALLEST = 96;
    private static final int PITCH = 50;
    private static final int FIRST = 8;

    public VolumeChart {
        days = List.copyOf(days);
        columns = List.copyOf(columns);
    }

    /** What a day brought and took, yen. */
    public record Day(String label, long in, long out) {}

    /** A bar. */
    public record Bar(int x, int y, int height) {}

    /**
     * A day as it is drawn.
     *
     * @param middle where its label stands
     */
    public record Column(String label, Bar in, Bar out, int middle, boolean today) {}

    static VolumeChart of(List<Day> days) {
        long most = Math.max(
                1,
                days.stream()
                        .mapToLong(day -> Math.max(day.in(), day.out()))
                        .max()
                        .orElse(0));
        var columns = new ArrayList<Column>();
        for (int i = 0; i < days.size(); i++) {
            Day day = days.get(i);
            int x = FIRST + i * PITCH;
            columns.add(new Column(
                    day.label(), bar(x, day.in(), most), bar(x + 18, day.out(), most), x + 17, i == days.size() - 1));
        }
        return new VolumeChart(days, columns, most);
    }

    private static Bar bar(int x, long yen, long most) {
        // As doubles: a sum of yen times a height may be more than a long holds.
        int height = (int) Math.round((double) yen / most * TALLEST);
        return new Bar(x, GROUND - height, height);
    }

    /** Whether nothing moved. */
    public boolean empty() {
        return days.stream().allMatch(day -> day.in() == 0 && day.out() == 0);
    }
}
