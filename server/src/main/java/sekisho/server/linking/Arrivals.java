package sekisho.server.linking;

import java.time.Duration;
import java.util.Optional;
import sekisho.server.entrance.Customer;
import sekisho.server.json.Forms;
import sekisho.server.notice.ChangeNotices;
import sekisho.server.pages.Language;
import sekisho.server.pages.Visit;
import sekisho.server.projection.Positions;

/** What follows when a bank's word was brought to the engine, whichever way it came. Any thread. */
final class Arrivals {
    static final String REFUSED = "/links/refused";
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final SupportedBanks banks;
    private final StatementFollowers statements;
    private final ChangeNotices changes;
    private final Positions positions;

    Arrivals(SupportedBanks banks, StatementFollowers statements, ChangeNotices changes, Positions positions) {
        this.banks = banks;
        this.statements = statements;
        this.changes = changes;
        this.positions = positions;
    }

    /** Which page is next. Every "no" leads to the same one. */
    String after(Visit visit, Customer customer, Optional<Linking.Linked> linked) {
        if (linked.isEmpty()) {
            return REFUSED;
        }
        if (linked.get().first()) {
            tell(visit, customer, linked.get());
            statements.watch(linked.get().bank());
        }
        // The page that is next reads what the engine has just said.
        boolean _ = positions.await(linked.get().position(), PATIENCE);
        return "/links/" + Forms.OPERATION.write().apply(linked.get().link());
    }

    /** To the inbox and to every contact that is known: whoever linked may not be who owns the wallet. */
    private void tell(Visit visit, Customer customer, Linking.Linked linked) {
        String name = banks.find(linked.bank()).map(known -> name(visit, known)).orElse("");
        changes.tell(customer.person(), "linked", name);
    }

    static String name(Visit visit, SupportedBank bank) {
        return visit.language() == Language.JA ? bank.nameJa() : bank.nameEn();
    }
}
