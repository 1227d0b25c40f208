package sekisho.server.wallet.links;

/**
 * A bank in the list to choose from.
 *
 * @param mark the first sign of its name
 * @param text how long it takes, or why it cannot be chosen
 * @param possible whether it can
 */
public record BankChoice(String code, String name, String mark, String text, boolean possible) {}
