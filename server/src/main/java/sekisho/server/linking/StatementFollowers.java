package sekisho.server.linking;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import sekisho.protocol.BankId;
import sekisho.server.banking.BankApiKeys;

/** Follows what banks say of links after the visit: those that this process calls, each by itself. Any thread. */
final class StatementFollowers implements AutoCloseable {
    private final Map<BankId, StatementFollower> followers;

    StatementFollowers(BankApiKeys keys, StatementFollower.StatementWork work) {
        this.followers = keys.banks().stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        bank -> new StatementFollower(bank, keys.at(bank).orElseThrow(), work)));
    }

    void start() {
        followers.values().forEach(StatementFollower::start);
    }

    /** Somebody waits for what a bank's customer will say: it is asked often for a while. */
    void watch(BankId bank) {
        StatementFollower follower = followers.get(bank);
        if (follower != null) {
            follower.watch();
        }
    }

    @Override
    public void close() {
        followers.values().parallelStream().forEach(StatementFollower::close);
    }
}
