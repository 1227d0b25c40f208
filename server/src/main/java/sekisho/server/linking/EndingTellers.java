package sekisho.server.linking;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import sekisho.protocol.BankId;
import sekisho.server.banking.BankApiKeys;

/** Tells banks of links that have ended here: those that this process calls, each by itself. Any thread. */
public final class EndingTellers implements AutoCloseable {
    private final Map<BankId, EndingTeller> tellers;

    EndingTellers(BankApiKeys keys, EndingTeller.EndingWork work) {
        this.tellers = keys.banks().stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        bank -> new EndingTeller(bank, keys.at(bank).orElseThrow(), work)));
    }

    void start() {
        tellers.values().forEach(EndingTeller::start);
    }

    /** A link at this bank has ended: it is told at once, if this process calls it. */
    public void wake(BankId bank) {
        EndingTeller teller = tellers.get(bank);
        if (teller != null) {
            teller.wake();
        }
    }

    @Override
    public void close() {
        tellers.values().parallelStream().forEach(EndingTeller::close);
    }
}
