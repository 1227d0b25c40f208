package sekisho.server.console;

/** What somebody who works here may do. */
public enum Role {
    /** Looks, closes switches, freezes wallets, asks for a switch to be opened again and confirms what another asked for. */
    OPERATOR,
    /** The same, and unfreezes. */
    SUPERVISOR
}
