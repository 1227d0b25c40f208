package sekisho.protocol;

/**
 * What a request is told.
 *
 * @param repeated the request had been answered before; nothing was done this time
 */
public record Answer(Outcome outcome, boolean repeated) {}
