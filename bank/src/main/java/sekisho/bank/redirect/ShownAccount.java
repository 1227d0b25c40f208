package sekisho.bank.redirect;

/**
 * An account as people may see it: masked by the bank.
 *
 * @param japanese 1 to 60 characters
 * @param english 1 to 60 characters
 */
public record ShownAccount(String japanese, String english) {
    private static final int LONGEST = 60;

    public ShownAccount {
        if (!fits(japanese) || !fits(english)) {
            throw new IllegalArgumentException("an account is shown in 1 to 60 printable characters");
        }
    }

    private static boolean fits(String text) {
        return !text.isBlank() && text.length() <= LONGEST && text.chars().noneMatch(Character::isISOControl);
    }
}
