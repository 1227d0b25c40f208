package sekisho.server.session;

import java.time.Instant;

/**
 * A session as its owner sees it.
 *
 * @param name tells sessions apart; says nothing about the session's id
 * @param agent what the browser says of itself
 * @param current whether it is the one that asks
 */
public record OpenSession(String name, String agent, Instant beganAt, Instant usedAt, boolean current) {}
