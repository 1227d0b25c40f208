package sekisho.cli.imports;

import java.util.HashSet;
import java.util.Set;
import sekisho.protocol.MerchantId;
import sekisho.protocol.WalletId;

/**
 * Which wallet or merchant an account of the file is. The numbers are hashes of stream and name, so that several streams can lie in
 * one home; a hash of the name alone is kept with the account ({@code userData}).
 */
final class Owners {
    private final Accounts accounts;
    private final long[] numbers;

    Owners(Accounts accounts, long stream) {
        this.accounts = accounts;
        this.numbers = new long[accounts.count()];
        Set<Long> seen = HashSet.newHashSet(numbers.length);
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Hashes.ownerNumber(stream, accounts.name(i));
            if (!seen.add(numbers[i])) {
                throw new IllegalStateException("two accounts of the file have the same 63-bit hash");
            }
        }
    }

    WalletId wallet(int account) {
        require(account, Party.Kind.WALLET);
        return new WalletId(numbers[account]);
    }

    MerchantId merchant(int account) {
        require(account, Party.Kind.MERCHANT);
        return new MerchantId(numbers[account]);
    }

    private void require(int account, Party.Kind kind) {
        if (accounts.kind(account) != kind) {
            throw new IllegalStateException("the account is another kind of holder");
        }
    }
}
