package sekisho.auditor;

import java.util.List;
import sekisho.protocol.Event;

/**
 * What one step of the log is to bring about.
 *
 * @param timePassed events that the step's time causes, before the first request
 * @param answers one for each request, in the frame's order
 */
public record Step(List<Event> timePassed, List<Answered> answers) {}
