package sekisho.fuzz;

/** A way of asking. */
enum Aim {
    /** What is right, and may be refused all the same. */
    RIGHT(30, 0),
    /** Values of the schemas, most of them right. */
    WILD(30, 0),
    /** A right body that was made bad in one way. */
    BAD_BODY(12, 0),
    /** A path with something that is no id, or nobody's. */
    BAD_PATH(4, 0),
    /** A path with an id that nobody has. */
    UNKNOWN_PATH(2, 404),
    /** A parameter that there is not. */
    BAD_QUERY(3, 400),
    NO_TOKEN(1, 401),
    BAD_TOKEN(1, 401),
    /** A token that allows other things only. */
    LITTLE_SCOPE(2, 403),
    NO_KEY(1, 400),
    BAD_KEY(2, 400),
    OLD_KEY(2, 422),
    FUTURE_KEY(2, 422),
    /** The same again, under the same key. */
    REPEAT(4, 0),
    /** Something else under the key of what was accepted. */
    SAME_KEY(3, 409),
    /** Text, where JSON is wanted. */
    WRONG_TYPE(1, 415),
    OVERSIZED(1, 413),
    /** XML is wanted. */
    NO_XML(1, 406),
    /** A chain that is longer than a chain may be. */
    LONG_CHAIN(1, 422);

    private final int weight;
    private final int expected;

    Aim(int weight, int expected) {
        this.weight = weight;
        this.expected = expected;
    }

    /** How often it is chosen, beside the others. */
    int weight() {
        return weight;
    }

    /** The status that must come of it; 0: any that is documented. */
    int expected() {
        return expected;
    }

    /** Whether an end point can be asked this way. */
    boolean suits(Operation operation) {
        boolean body = operation.body() != null;
        boolean lines = operation.takesLines();
        return switch (this) {
            case RIGHT, BAD_QUERY, NO_XML -> true;
            // Almost any right value there ends the game.
            case WILD -> !operation.path().endsWith("/journal-capacity");
            case BAD_BODY, WRONG_TYPE -> body;
            case OVERSIZED -> body && !lines;
            case LONG_CHAIN -> lines;
            case BAD_PATH -> operation.hasVariables();
            case UNKNOWN_PATH -> operation.answers().containsKey(404) && operation.hasVariables();
            case NO_TOKEN, BAD_TOKEN -> operation.secured();
            case LITTLE_SCOPE -> !operation.scopes().isEmpty();
            case NO_KEY, BAD_KEY, OLD_KEY, FUTURE_KEY, REPEAT, SAME_KEY -> operation.changes();
        };
    }
}
