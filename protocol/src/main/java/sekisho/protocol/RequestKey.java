package sekisho.protocol;

/** What makes a repeat of a request recognisable: an id of its own, or its place in an ordered stream. */
public sealed interface RequestKey permits RequestId, StreamEntry {}
