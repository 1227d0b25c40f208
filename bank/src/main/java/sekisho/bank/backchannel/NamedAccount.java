package sekisho.bank.backchannel;

/**
 * An account as its holder reads it off a passbook. It is only a hint whom the bank is to ask, and no secret of the bank's.
 *
 * @param branch three digits
 * @param number seven digits
 */
public record NamedAccount(String branch, String number) {
    public NamedAccount {
        if (!branch.matches("[0-9]{3}") || !number.matches("[0-9]{7}")) {
            throw new IllegalArgumentException("an account is named by three and seven digits");
        }
    }

    /** Without the number. */
    @Override
    public String toString() {
        return "NamedAccount[…]";
    }
}
