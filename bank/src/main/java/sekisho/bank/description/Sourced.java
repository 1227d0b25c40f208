package sekisho.bank.description;

/**
 * A description and the file that it came from.
 *
 * @param file its name
 * @param hash SHA-256 of the file, 64 hexadecimal digits: what two people agree to when they activate it
 * @param text what the file says
 */
public record Sourced(String file, String hash, String text, BankDescription description) {}
