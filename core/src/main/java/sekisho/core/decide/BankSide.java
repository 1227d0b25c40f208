package sekisho.core.decide;

import org.jspecify.annotations.Nullable;
import sekisho.core.banks.Banks;
import sekisho.core.banks.Instructions;
import sekisho.core.banks.Links;
import sekisho.core.ledger.Currencies;
import sekisho.core.state.State;
import sekisho.protocol.AccountKind;
import sekisho.protocol.BankOperation;
import sekisho.protocol.Currency;
import sekisho.protocol.LinkStatus;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;

/** What top-ups and cash-outs have in common: the bank, the link, the instruction. */
final class BankSide {

    private final Bench bench;
    private final State state;
    private final Banks banks;
    private final Links links;
    private final Instructions instructions;
    private final Orders orders;
    private final LinkUse use;

    BankSide(Bench bench, Orders orders, LinkUse use) {
        this.use = use;
        this.bench = bench;
        this.orders = orders;
        state = bench.state();
        banks = state.banks();
        links = state.links();
        instructions = state.instructions();
    }

    @Nullable
    Refused refusesInstruction() {
        long most = bench.capacity().instructions();
        return instructions.count() >= most ? new Refused(Refusal.TABLE_FULL, most) : null;
    }

    @Nullable
    Refusal refusesCurrency(Currency currency, boolean testOnly) {
        Currencies currencies = state.currencies();
        if (!currencies.knows(currency)) {
            return Refusal.CURRENCY_NOT_FOUND;
        }
        return testOnly && !currencies.test(currency) ? Refusal.TEST_CURRENCY_ONLY : null;
    }

    @Nullable
    Refusal refusesLink(int link, BankOperation operation) {
        if (link == 0) {
            return Refusal.LINK_NOT_FOUND;
        }
        if (links.status(link) != LinkStatus.ACTIVE) {
            return Refusal.LINK_NOT_ACTIVE;
        }
        return banks.isOpen(links.bank(link), operation) ? null : Refusal.BANK_SUSPENDED;
    }

    @Nullable
    Refusal refusesBank(int bank, BankOperation operation) {
        if (bank == 0) {
            return Refusal.BANK_NOT_FOUND;
        }
        return banks.isOpen(bank, operation) ? null : Refusal.BANK_SUSPENDED;
    }

    /** The bank's account of a kind. */
    int account(int bank, AccountKind kind, Currency currency) {
        return state.accounts().system(banks.book(bank), kind, banks.bank(bank).code(), currency);
    }

    /** What founded books ask of links. */
    LinkUse use() {
        return use;
    }

    /** Records an instruction; a worker may claim it from now on. */
    void instruct(Instructions.Order order) {
        int instruction = instructions.add(order);
        instructions.enqueue(instruction);
        orders.tell(instruction);
    }
}
