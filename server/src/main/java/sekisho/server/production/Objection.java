package sekisho.server.production;

/**
 * A reason not to run in production.
 *
 * @param code of the list that docs/security.md explains
 * @param sentence what is wrong here and what to do; no secret is in it
 */
public record Objection(Code code, String sentence) {

    /** What can be wrong. */
    public enum Code {
        /** The demonstration is asked for. */
        DEMO_WANTED,
        /** The home was used for the demonstration. */
        DEMO_DATA_IN_HOME,
        /** The database has people whose identity was only demonstrated. */
        DEMO_PEOPLE,
        /** A bank's address is that of a simulator. */
        SIMULATED_BANK,
        /** A bank has the code of a bank that does not exist. */
        FICTIONAL_BANK,
        /** A certificate or key of the demonstration is trusted. */
        DEMO_TRUST_ANCHOR,
        /** A file among the trusted ones is none that can be read. */
        TRUST_ANCHOR_UNREADABLE,
        /** Nothing is configured that takes mails to people: nobody would get a code or a notice. */
        SENDER_MISSING,
        /** Messages would leave this machine without encryption, or go to a stand-in on it. */
        SENDER_UNPROTECTED,
        /** A secret is not there. */
        SECRET_MISSING,
        /** A secret is a word that everybody knows. */
        SECRET_DEFAULT,
        /** A secret is too short to be random. */
        SECRET_WEAK,
        /** The home has data, and its keys are not there. */
        KEYS_MISSING,
        /** How clients reach the server is not said. */
        PUBLIC_ADDRESS_MISSING,
        /** Clients would reach the server without encryption. */
        PUBLIC_ADDRESS_NOT_HTTPS,
        /** Clients would reach nobody but this machine. */
        PUBLIC_ADDRESS_LOCAL,
        /** The database is reached over a network without its certificate being checked. */
        DATABASE_UNPROTECTED,
        /** Health and metrics would be open to other hosts. */
        MANAGEMENT_EXPOSED,
        /** The cluster's ports would be open to other hosts. */
        CLUSTER_EXPOSED
    }

    /** As it is told: the code, then the sentence. */
    public String text() {
        return code + ": " + sentence;
    }
}
