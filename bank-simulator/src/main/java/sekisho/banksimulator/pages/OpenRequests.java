package sekisho.banksimulator.pages;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** All banks' open requests, until ten minutes after they end. Any thread. */
final class OpenRequests {
    private static final int MOST = 10_000;
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, OpenRequest> requests = new HashMap<>();
    /** The open one of each account, whether there is such an account or not. */
    private final Map<String, OpenRequest> byAccount = new HashMap<>();

    /** The request of an operator with an id. */
    Optional<OpenRequest> find(String bank, String operator, String id) {
        lock.lock();
        try {
            return Optional.ofNullable(requests.get(bank + id))
                    .filter(one -> one.about().operator().equals(operator));
        } finally {
            lock.unlock();
        }
    }

    /** The open request of an account; empty: there is none. */
    Optional<OpenRequest> open(String bank, String account, Instant now) {
        lock.lock();
        try {
            return Optional.ofNullable(byAccount.get(bank + account)).filter(one -> isOpen(one, now));
        } finally {
            lock.unlock();
        }
    }

    /** Keeps a request; says whether there was room. If it is asked of somebody it is the account's open one. */
    boolean keep(String bank, OpenRequest request, boolean isAccounts, Instant now) {
        lock.lock();
        try {
            if (requests.size() >= MOST) {
                requests.values().removeIf(one -> one.expires().plus(KEPT).isBefore(now));
                byAccount.values().removeIf(one -> !isOpen(one, now));
            }
            if (requests.size() >= MOST) {
                return false;
            }
            requests.put(bank + request.id(), request);
            if (isAccounts) {
                byAccount.put(bank + request.about().account(), request);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private static boolean isOpen(OpenRequest request, Instant now) {
        return request.expires().isAfter(now) && !request.alone(request::isOver);
    }
}
