package sekisho.server.engine;

import sekisho.protocol.ClientId;

/** The numbers of the engine's clients that are no clients of the API. Those have 3 and up. */
public final class ServerClients {
    /** Imports by the command line. */
    public static final ClientId IMPORTS = new ClientId(1);

    /** The server itself. */
    public static final ClientId SERVER = new ClientId(2);

    private ServerClients() {}
}
