/**
 * The API, version 1: what every end point shares. One package below for each noun.
 *
 * <p>{@link sekisho.server.api.ApiRequest} is who asks for a change, and the request's own id.
 * {@link sekisho.server.api.Changes} has the engine do it and turns what became of it into a response.
 * {@link sekisho.server.api.Ids} are the names of what a request makes.
 *
 * <p><b>Rules.</b> A request that changes something carries an {@code Idempotency-Key}; a repeat gets the same status
 * and body, and {@code Idempotency-Hit: true}. What an answer holds follows from the request and the engine's answer
 * alone, so that a repeat can be the same. The log's position of an answer stands in {@code Sekisho-Position}.
 * What a request makes is named by the request.
 */
@NullMarked
package sekisho.server.api;

import org.jspecify.annotations.NullMarked;
