package sekisho.server.web;

import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import sekisho.server.json.Hex;
import sekisho.server.problem.Problem;
import sekisho.server.problem.ProblemCode;

/** Failures that nobody expected: the log gets the cause, whoever asked a number. */
public final class Incidents {
    private static final System.Logger LOG = System.getLogger(Incidents.class.getName());
    private static final SecureRandom RANDOM = new SecureRandom();

    private Incidents() {}

    /** Writes the cause to the log under a number, which the problem carries. */
    public static Problem report(Throwable cause) {
        String number = Hex.of(RANDOM.nextLong());
        LOG.log(Level.ERROR, "incident " + number, cause);
        return ProblemCode.INTERNAL
                .because("Something went wrong here (incident " + number + ").")
                .withIncident(number);
    }
}
