package sekisho.simulation;

import java.util.ArrayList;
import java.util.List;
import sekisho.auditor.Answered;
import sekisho.auditor.Step;
import sekisho.protocol.Answer;
import sekisho.protocol.Event;
import sekisho.protocol.Request;

/** Listens to one step of an engine, and insists on the order in which it has to speak. */
final class Recording implements Engine.Listener {

    private List<Event> events = new ArrayList<>();
    private List<Event> timePassed = List.of();
    private boolean timeHasPassed;
    private final List<Answered> answers = new ArrayList<>();

    @Override
    public void event(Event event) {
        events.add(event);
    }

    @Override
    public void answered(Request request, Answer answer) {
        answers.add(new Answered(request, answer, take()));
    }

    @Override
    public void timePassed() {
        if (timeHasPassed || !answers.isEmpty() || events.isEmpty()) {
            throw new Violation("time passes once a step, first, and only if it changed something");
        }
        timeHasPassed = true;
        timePassed = take();
    }

    private List<Event> take() {
        List<Event> taken = events;
        events = new ArrayList<>();
        return taken;
    }

    Step step() {
        if (!events.isEmpty()) {
            throw new Violation("events of nobody: " + events);
        }
        return new Step(timePassed, answers);
    }
}
