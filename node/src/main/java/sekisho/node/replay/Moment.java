package sekisho.node.replay;

import sekisho.core.Core;
import sekisho.protocol.Request;

/**
 * An engine as it was just before a request was decided: within a chain, with what the chain's former requests did.
 *
 * @param core an engine of its own, that the caller may do with as it likes
 * @param stamp of the request's step (ms)
 */
public record Moment(Core core, Request request, long stamp) {}
