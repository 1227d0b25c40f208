package sekisho.benchmarks.oracle;

import java.util.List;

/** A part of the system whose answers are compared: the ways of browsers to a bank and back, for each reason to be told nothing. Any thread. */
interface Part {

    /** In the names of measurements. */
    String word();

    /** The reasons. */
    List<String> states();

    /** That of a planted leak. */
    String leaking();

    /** A browser of its own. */
    Visitor visitor();

    /** How many are there at once. */
    int browsers();
}
