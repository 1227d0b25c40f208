/**
 * The edge of HTTP: what holds for every request, whatever it asks for.
 *
 * <p>{@code WebConfiguration} sets up Tomcat and Spring MVC. {@code ProblemResolver} turns whatever a
 * controller or Spring throws into a problem, {@code ErrorPage} and {@code ProblemValve} what fails outside of Spring.
 * {@code ProblemPages} describes every problem. {@code HeadersValve} says what browsers may do with a response, {@code BodyLimitFilter} bounds bodies, {@code KnownParameters} refuses
 * parameters that nobody reads, {@code Latencies} measures. {@code LoggedPath} is what the log of requests says of a path;
 * {@link sekisho.server.web.QuietLoggers} are those of libraries that would write what they are sent.
 *
 * <p><b>Rules.</b> Every failure is a problem document. What nobody expected is answered with an incident number and
 * nothing else; the log has the number and the cause. Logs hold no headers, queries or bodies.
 *
 * <p><b>Not here.</b> Tokens, scopes and rates (package {@code access}); what the API does (package {@code api}).
 */
@NullMarked
package sekisho.server.web;

import org.jspecify.annotations.NullMarked;
