/**
 * Everything that this server says when it does not do what it was asked: problem documents after RFC 9457, from one
 * catalogue.
 *
 * <p><b>Types.</b> {@link sekisho.server.problem.Problem} is one document. {@link sekisho.server.problem.ProblemCode} is
 * the catalogue of what the server itself refuses; what the engine refuses is its own catalogue
 * ({@link sekisho.protocol.Refusal}), which {@link sekisho.server.problem.Refusals} turns into problems.
 * {@link sekisho.server.problem.Fields} says where a request carries what a refusal is about.
 * {@link sekisho.server.problem.ProblemException} ends a request with a problem, and
 * {@link sekisho.server.problem.ProblemWriter} writes it where there is no controller to throw from.
 *
 * <p><b>Inside.</b> {@code ProblemResolver} turns whatever Spring or a controller throws into a problem,
 * {@code JsonFaults} what the JSON reader throws; {@code ErrorPage} and {@code ProblemValve} catch what fails outside of
 * Spring. {@code ProblemPages} describes every code under {@code /problems/}.
 *
 * <p><b>Rules.</b> A problem names the field (a JSON pointer into the body, or the name of a parameter or header), the
 * limit, and what to do. What nobody expected is status 500 with an incident number that stands in the log beside the
 * cause, and tells nothing else. Problems never hold secrets or what somebody sent.
 *
 * <p><b>Not here.</b> Errors of the token end point: they have the form that RFC 6749 prescribes.
 */
@NullMarked
package sekisho.server.problem;

import org.jspecify.annotations.NullMarked;
