package sekisho.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.Assertion;
import sekisho.protocol.BankCommand;
import sekisho.protocol.BookId;
import sekisho.protocol.CashOutCommand;
import sekisho.protocol.CheckpointCommand;
import sekisho.protocol.ClientId;
import sekisho.protocol.Command;
import sekisho.protocol.Digest;
import sekisho.protocol.IdentityCommand;
import sekisho.protocol.LedgerCommand;
import sekisho.protocol.Member;
import sekisho.protocol.MerchantCommand;
import sekisho.protocol.RequestId;
import sekisho.protocol.SettingsCommand;
import sekisho.protocol.Token;
import sekisho.protocol.TrustCommand;
import sekisho.protocol.WalletCommand;
import sekisho.protocol.WalletId;
import sekisho.wire.Challenge;

/** Everybody's keys in the founded book, and who stands behind what: nearly always those who should. */
final class Keyring {

    private static final int SIGNERS = 8;

    private final Chance chance;
    private final List<Signer> signers = new ArrayList<>();
    private final Map<WalletId, List<Token>> passkeys = new HashMap<>();
    /** Members who can approve, as far as anybody knows. */
    private final List<Member> staff = new ArrayList<>();

    Keyring(Chance chance) {
        this.chance = chance;
        for (int i = 0; i < SIGNERS; i++) {
            signers.add(new Signer(chance.next()));
        }
    }

    /** The key that belongs to a token: tokens with the same low bits share one. */
    Signer of(Token token) {
        return signers.get((int) (token.low() & (SIGNERS - 1)));
    }

    Signer number(int number) {
        return signers.get(number & (SIGNERS - 1));
    }

    Member member(int number) {
        Token credential = new Token(number, 16L + number);
        return new Member(number, credential, of(credential).key());
    }

    /** Somebody belongs to the staff from now on. */
    void enrolled(Member member) {
        left(member.credential());
        staff.add(member);
    }

    /** The one with this credential does not any more. */
    void left(Token credential) {
        staff.removeIf(member -> member.credential().equals(credential));
    }

    /** A member who can approve, counted on from another. */
    private Member approver(int place) {
        // Fewer than two only where the engine has forgotten what was heard of it.
        return staff.size() < 2 ? member(1 + place % 4) : staff.get(place % staff.size());
    }

    void added(WalletId wallet, Token credential) {
        passkeys.computeIfAbsent(wallet, _ -> new ArrayList<>()).add(credential);
    }

    void removed(WalletId wallet, Token credential) {
        passkeys.getOrDefault(wallet, new ArrayList<>()).remove(credential);
    }

    /** A passkey of a wallet, or one that it may not have. */
    Token passkey(WalletId wallet) {
        List<Token> known = passkeys.getOrDefault(wallet, List.of());
        return known.isEmpty() || chance.onceIn(25)
                ? new Token(wallet.value(), chance.below(6) + 1L)
                : known.get(chance.below(known.size()));
    }

    /** A wallet with a passkey, if luck has it. */
    WalletId owner(WalletId wanted) {
        if (passkeys.getOrDefault(wanted, List.of()).isEmpty() && !chance.onceIn(30)) {
            List<WalletId> owners = passkeys.keySet().stream()
                    .filter(wallet -> !passkeys.getOrDefault(wallet, List.of()).isEmpty())
                    .sorted(Comparator.comparingLong(WalletId::value))
                    .toList();
            return owners.isEmpty() ? wanted : owners.get(chance.skewed(owners.size()));
        }
        return wanted;
    }

    /** Who stands behind a request. */
    List<Assertion> behind(BookId book, ClientId client, RequestId id, Command<?> command) {
        Digest challenge = Challenge.of(book, client, id, 0, command);
        int approvers = staff(command);
        WalletId owner = owner(command);
        List<Assertion> all = new ArrayList<>();
        if (owner != null && !chance.onceIn(30)) {
            all.add(says(passkey(owner), Signer.Saying.of(challenge), challenge));
        }
        int first = chance.below(12);
        for (int i = 0; i < approvers; i++) {
            Member member = approver(chance.onceIn(12) ? first : first + i);
            all.add(says(member.credential(), Signer.Saying.ofStaff(challenge), challenge));
        }
        return all;
    }

    private int staff(Command<?> command) {
        int wanted = chance.onceIn(12) ? chance.below(3) : 2;
        return switch (command) {
            case TrustCommand _,
                    BankCommand.Register _,
                    BankCommand.Suspend _,
                    BankCommand.Reopen _,
                    BankCommand.SuspendAll _,
                    BankCommand.ReopenAll _,
                    SettingsCommand.SetLimit _,
                    SettingsCommand.SetBalanceCap _,
                    WalletCommand.Unfreeze _,
                    MerchantCommand.Unfreeze _,
                    LedgerCommand _,
                    CheckpointCommand.Suspend _,
                    CheckpointCommand.LockAccount _,
                    CheckpointCommand.LiftLock _,
                    CheckpointCommand.RejectClaim _ -> wanted;
            case WalletCommand.SetTier _, IdentityCommand.RemoveAuthenticator _ -> chance.onceIn(2) ? 1 : 0;
            default -> 0;
        };
    }

    private static @Nullable WalletId owner(Command<?> command) {
        return switch (command) {
            case CheckpointCommand.Ask ask -> ask.wallet();
            case CheckpointCommand.Again again -> again.wallet();
            case CashOutCommand.Start start -> start.wallet();
            case WalletCommand.SetTier tier -> tier.wallet();
            case IdentityCommand.RemoveAuthenticator remove -> remove.wallet();
            default -> null;
        };
    }

    private Assertion says(Token credential, Signer.Saying right, Digest challenge) {
        Signer.Saying saying = switch (chance.below(80)) {
            case 0 -> new Signer.Saying("webauthn.create", challenge, right.origin(), right.party(), 5);
            case 1 -> new Signer.Saying(right.type(), Signer.hash("something else"), right.origin(), right.party(), 5);
            case 2 -> new Signer.Saying(right.type(), challenge, "https://elsewhere.example", right.party(), 5);
            case 3 -> new Signer.Saying(right.type(), challenge, right.origin(), "elsewhere.example", 5);
            case 4 -> new Signer.Saying(right.type(), challenge, right.origin(), right.party(), chance.of(1, 4, 21));
            case 5 -> Signer.Saying.of(challenge);
            case 6 -> Signer.Saying.ofStaff(challenge);
            default -> right;
        };
        Signer signer = chance.onceIn(80) ? number(chance.below(SIGNERS)) : of(credential);
        return signer.says(credential, saying);
    }
}
