package sekisho.server.linking;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import sekisho.protocol.BankId;
import sekisho.server.banking.BankApiKeys;

/** Follows what banks say about ended mandates: those that this process calls, each by itself. Any thread. */
final class MandateFollowers implements AutoCloseable {
    private final Map<BankId, MandateFollower> followers;

    MandateFollowers(BankApiKeys keys, MandateFollower.MandateWork work) {
        this.followers = keys.banks().stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        bank -> new MandateFollower(bank, keys.at(bank).orElseThrow(), work)));
    }

    void start() {
        followers.values().forEach(MandateFollower::start);
    }

    /** A bank has something to tell; false: this process does not call it. */
    boolean wake(BankId bank) {
        MandateFollower follower = followers.get(bank);
        if (follower != null) {
            follower.wake();
        }
        return follower != null;
    }

    @Override
    public void close() {
        followers.values().parallelStream().forEach(MandateFollower::close);
    }
}
