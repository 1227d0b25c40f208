package sekisho.server.session;

import java.time.Duration;

/**
 * How long sessions live.
 *
 * @param idle without a request
 * @param longest whatever happens
 * @param secure whether the cookie is for https only, because the server is reached by https
 */
record SessionSettings(Duration idle, Duration longest, boolean secure) {}
