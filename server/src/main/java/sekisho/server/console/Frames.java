package sekisho.server.console;

import sekisho.server.ServerSettings;
import sekisho.server.history.BankState;
import sekisho.server.history.BankStates;
import sekisho.server.projection.Projector;

/** Makes frames. Any thread. */
final class Frames {
    private final BankStates states;
    private final Projector projector;
    private final ServerSettings settings;
    private final Proposals proposals;

    Frames(BankStates states, Projector projector, ServerSettings settings, Proposals proposals) {
        this.states = states;
        this.projector = projector;
        this.settings = settings;
        this.proposals = proposals;
    }

    Frame of(StaffMember member, String section) {
        int attention = (int) states.all().stream().filter(Frames::partlyClosed).count();
        int waiting = proposals.waiting().size();
        return new Frame(
                member, section, attention, waiting, projector.counts().lag().millis(), settings.demo());
    }

    static boolean partlyClosed(BankState bank) {
        return !bank.links().open() || !bank.topUps().open() || !bank.cashOuts().open();
    }
}
