/**
 * A fuzzer of the API: a stranger who has its document, a client's secret, and nothing else. It shares no code with the server.
 *
 * <p>{@code ApiDocument} is the document, an {@code Operation} one end point of it, {@code Shapes} holds JSON against its
 * schemas. A {@code Scene} is a set of things that fit together (a wallet with money, an active link, a payment);
 * {@code RightRequests} says for every end point what a right request looks like in a scene. {@code BadBodies} makes a right
 * body bad in every way that its schema allows, {@code Values} makes values of a schema, mostly right ones. An {@code Aim}
 * is a way of asking, {@code Attempts} makes a request of it. {@code ApiFuzzer} asks, {@code Judge} judges every answer,
 * {@code Coverage} counts them, and {@code FuzzReport} says what came of it.
 *
 * <p><b>Rules.</b> Everything is chosen by a seed, which stands in the report: the same seed asks for the same things in the
 * same order; ids and times differ, since request ids carry the time. An answer is wrong if its status or its problem's code
 * is not documented for its end point, if its body does not fit its schema, if it is 500, or if it contradicts its aim: no
 * token is 401, whatever else is right. An end point that never accepted anything, and a documented status below 500 that
 * never came, are failures too: what is not reached is not tested.
 *
 * <p><b>Not here.</b> The token end point, which speaks RFC 6749 and not problems; 429, 503 and 504, which are tested where
 * they can be brought about; load.
 */
@NullMarked
package sekisho.fuzz;

import org.jspecify.annotations.NullMarked;
