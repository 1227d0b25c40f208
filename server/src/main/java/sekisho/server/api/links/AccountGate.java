package sekisho.server.api.links;

import sekisho.bank.AccountToken;
import sekisho.gateway.Gateway;
import sekisho.gateway.Submission;
import sekisho.protocol.LinkCommand;
import sekisho.protocol.OperationId;
import sekisho.server.api.ApiRequest;
import sekisho.server.banking.StoredLinkedAccounts;
import sekisho.server.problem.ProblemCode;
import sekisho.server.problem.ProblemException;

/**
 * Keeps the account of a link before the link is active: an active link without an account would have its top-ups
 * declined. Nothing is kept for an activation that would be refused, because what is kept stays.
 */
final class AccountGate {
    private final Gateway gateway;
    private final StoredLinkedAccounts accounts;

    AccountGate(Gateway gateway, StoredLinkedAccounts accounts) {
        this.gateway = gateway;
        this.accounts = accounts;
    }

    /**
     * Keeps the account if the request would activate the link now, or has done so.
     *
     * @throws ProblemException if the link has another one
     */
    void keepIfActivated(ApiRequest request, LinkCommand.Activate activate, AccountToken account) {
        if (gateway.submitDry(request.client().number(), request.id(), activate) instanceof Submission.Answered dry
                && dry.answer().outcome().accepted()) {
            keep(activate.link(), account);
        }
    }

    /**
     * Keeps the account; that it is kept already is well.
     *
     * @throws ProblemException if the link has another one
     */
    void keep(OperationId link, AccountToken account) {
        if (!accounts.give(link, account)) {
            throw new ProblemException(
                    ProblemCode.LINK_HAS_ANOTHER_ACCOUNT.problem().at("/account"));
        }
    }
}
