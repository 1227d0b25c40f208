package sekisho.simulation;

import java.util.List;
import sekisho.auditor.Answered;
import sekisho.auditor.Step;
import sekisho.protocol.Event;

/** Compares what a step was to bring about with what it did, and says where they part. */
final class Comparison {

    private Comparison() {}

    static void compare(Step expected, Step actual) {
        if (expected.equals(actual)) {
            return;
        }
        if (!expected.timePassed().equals(actual.timePassed())) {
            throw new Violation("time passing brings\n" + parting(expected.timePassed(), actual.timePassed()));
        }
        int both = Math.min(expected.answers().size(), actual.answers().size());
        for (int place = 0; place < both; place++) {
            Answered wanted = expected.answers().get(place);
            Answered got = actual.answers().get(place);
            if (!wanted.equals(got)) {
                throw new Violation(describe(place, wanted, got));
            }
        }
        throw new Violation("of " + expected.answers().size() + " requests "
                + actual.answers().size() + " were answered");
    }

    private static String describe(int place, Answered wanted, Answered got) {
        StringBuilder text = new StringBuilder("request " + place + " of the frame\n  " + wanted.request());
        if (!wanted.request().equals(got.request())) {
            return text + "\n  is answered as\n  " + got.request();
        }
        text.append("\n  expected ")
                .append(wanted.answer())
                .append("\n  actual   ")
                .append(got.answer());
        if (!wanted.events().equals(got.events())) {
            text.append("\n").append(parting(wanted.events(), got.events()));
        }
        return text.toString();
    }

    private static String parting(List<Event> wanted, List<Event> got) {
        int same = 0;
        while (same < wanted.size() && same < got.size() && wanted.get(same).equals(got.get(same))) {
            same++;
        }
        return "  after " + same + " equal events\n  expected " + rest(wanted, same) + "\n  actual   "
                + rest(got, same);
    }

    private static List<Event> rest(List<Event> events, int from) {
        return events.subList(from, Math.min(events.size(), from + 3));
    }
}
