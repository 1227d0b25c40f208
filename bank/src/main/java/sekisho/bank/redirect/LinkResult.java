package sekisho.bank.redirect;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sekisho.bank.AccountToken;

/**
 * What the bank says.
 *
 * @param id the bank's name for this result
 * @param account names the account for ever, the same in every result about it, failures too and also where there is no
 *     such account: for counting. Cannot be debited. Empty if the visit ended before an account was named
 * @param mandate by which the account is debited and credited from now on; there if a link is granted, unless a statement
 *     says that it is somebody else's account
 * @param shown there if it is granted
 * @param match for each attribute that was asked about; empty unless granted
 * @param factors at least one if it is granted
 * @param identifiedAt when the bank identified its customer; there if it is granted
 * @param statement what the engine is shown; there if one was asked for and an account was named
 */
public record LinkResult(
        OpaqueId id,
        Purpose purpose,
        ResultCode code,
        Optional<AccountToken> account,
        Optional<AccountToken> mandate,
        Optional<ShownAccount> shown,
        Map<Attribute, MatchCode> match,
        List<Factor> factors,
        Optional<Instant> identifiedAt,
        HolderNotice notice,
        Optional<SignedStatement> statement) {
    public LinkResult {
        match = Map.copyOf(match);
        factors = List.copyOf(factors);
        boolean granted = code == ResultCode.GRANTED;
        require(!granted || account.isPresent(), "a granted result names the account");
        require(granted == shown.isPresent(), "the account is shown if and only if it is granted");
        require(granted == identifiedAt.isPresent(), "auth_time is there if and only if it is granted");
        require(granted != factors.isEmpty(), "factors are there if and only if it is granted");
        require(granted || match.isEmpty(), "match is answered only if it is granted");
        boolean matches = statement.map(SignedStatement::matches).orElse(true);
        require(
                mandate.isPresent() == (granted && purpose == Purpose.LINK && matches),
                "a mandate is there if and only if a link is granted, and no statement says that it is no match");
        require(mandate.isEmpty() || !mandate.equals(account), "a mandate is not the account's token");
    }

    /** What a bank says without a statement. */
    public LinkResult(
            OpaqueId id,
            Purpose purpose,
            ResultCode code,
            Optional<AccountToken> account,
            Optional<AccountToken> mandate,
            Optional<ShownAccount> shown,
            Map<Attribute, MatchCode> match,
            List<Factor> factors,
            Optional<Instant> identifiedAt,
            HolderNotice notice) {
        this(id, purpose, code, account, mandate, shown, match, factors, identifiedAt, notice, Optional.empty());
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
