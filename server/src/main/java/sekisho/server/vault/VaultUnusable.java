package sekisho.server.vault;

/** The vault cannot be used, and why. */
public final class VaultUnusable extends RuntimeException {
    public VaultUnusable(String message) {
        super(message);
    }

    public VaultUnusable(String message, Throwable cause) {
        super(message, cause);
    }
}
