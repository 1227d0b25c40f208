package sekisho.benchmarks.oracle;

import java.util.Arrays;

/**
 * Times of answers: of each state one in each round. A round's answers are neighbours in time, which is what makes them pairs.
 */
final class Samples {
    private final String[] states;
    private final double[][] millis;

    /**
     * Of such times.
     *
     * @param millis by state, then by round
     */
    Samples(String[] states, double[][] millis) {
        this.states = states;
        this.millis = millis;
        if (states.length != millis.length || states.length < 2) {
            throw new IllegalArgumentException("there are two states or more, each with its times");
        }
        for (double[] times : millis) {
            if (times.length != millis[0].length || times.length == 0) {
                throw new IllegalArgumentException("each state has a time in each round");
            }
        }
    }

    String[] states() {
        return states;
    }

    double[][] millis() {
        return millis;
    }

    int rounds() {
        return millis[0].length;
    }

    /** The quantile of values, which are put in order by this: the least that at least this share is not above. */
    static double quantile(double[] values, double share) {
        Arrays.sort(values);
        return values[Math.max(0, (int) Math.ceil(share * values.length) - 1)];
    }
}
