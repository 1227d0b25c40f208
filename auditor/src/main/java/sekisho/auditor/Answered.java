package sekisho.auditor;

import java.util.List;
import sekisho.protocol.Answer;
import sekisho.protocol.Event;
import sekisho.protocol.Request;

/** What one request is to be told, and the events that it is to cause, in order. */
public record Answered(Request request, Answer answer, List<Event> events) {}
