package sekisho.server.wallet.links;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import sekisho.protocol.LinkStatus;
import sekisho.protocol.OperationId;
import sekisho.protocol.WalletId;
import sekisho.server.history.BankState;
import sekisho.server.history.BankStates;
import sekisho.server.history.LinkState;
import sekisho.server.history.Links;
import sekisho.server.identity.MaskedName;
import sekisho.server.json.Forms;
import sekisho.server.linking.EndedMandates;
import sekisho.server.linking.LinkedNames;
import sekisho.server.pages.Language;
import sekisho.server.pages.Visit;
import sekisho.server.wallet.BankNames;

/** Makes views of links. Any thread. */
public final class LinkViews {
    private final Links links;
    private final BankStates states;
    private final BankNames names;
    private final LinkedNames accounts;
    private final EndedMandates ended;

    public LinkViews(Links links, BankStates states, BankNames names, LinkedNames accounts, EndedMandates ended) {
        this.links = links;
        this.states = states;
        this.names = names;
        this.accounts = accounts;
        this.ended = ended;
    }

    /** The links of a wallet, the newest first; closed ones too. */
    public List<LinkView> of(Visit visit, WalletId wallet) {
        return links.ofWallet(wallet).reversed().stream()
                .map(link -> view(visit, link))
                .toList();
    }

    public List<LinkView> active(Visit visit, WalletId wallet) {
        return of(visit, wallet).stream().filter(LinkView::active).toList();
    }

    /** A link of this wallet; empty: there is none of that name, or it is another's. */
    public Optional<LinkState> find(WalletId wallet, OperationId link) {
        return links.find(link).filter(state -> state.wallet().equals(wallet));
    }

    public LinkView view(Visit visit, LinkState link) {
        Optional<BankState> state = states.find(link.bank());
        String bank = names.name(link.bank(), visit.language());
        Instant until = link.until();
        // What a bank granted and the engine did not take looks like what no bank granted.
        boolean taken = links.taken(link.link());
        return new LinkView(
                Forms.OPERATION.write().apply(link.link()),
                bank,
                MaskedName.initial(names.name(link.bank(), Language.JA)),
                taken ? accounts.shown(link.link(), visit.language()).orElse("") : "",
                link.status().name().toLowerCase(Locale.ROOT),
                state.map(switches -> switches.topUps().open()).orElse(false),
                state.map(switches -> switches.cashOuts().open()).orElse(false),
                taken && link.status() == LinkStatus.CLOSED && ended.ended(link.link(), link.bank()),
                link.changedAt(),
                until == null ? "" : visit.recent(until));
    }
}
