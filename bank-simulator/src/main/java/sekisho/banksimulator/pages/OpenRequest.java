package sekisho.banksimulator.pages;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import sekisho.banksimulator.books.Linking;
import sekisho.banksimulator.customers.Customer;
import sekisho.banksimulator.redirect.BackchannelRequest;

/**
 * What an operator asked for without a browser, until it is answered. Somebody who is not there has one like everybody else.
 * Its fields belong to the holder of its lock.
 */
final class OpenRequest {
    static final int TRIES = 3;

    private final ReentrantLock lock = new ReentrantLock();
    private final String id;
    private final About about;
    private final Optional<Customer> customer;
    private final String code;
    private final Instant expires;
    private Instant asked = Instant.EPOCH;
    private int tries = TRIES;
    private boolean over;
    private String result = "";

    /**
     * A new one.
     *
     * @param customer whose account it is; empty: nobody's, or somebody's who is not asked
     * @param code that stands on the statement; empty: none does
     */
    OpenRequest(String id, About about, Optional<Customer> customer, String code, Instant expires) {
        this.id = id;
        this.about = about;
        this.customer = customer;
        this.code = code;
        this.expires = expires;
    }

    /** What is asked. */
    sealed interface About {
        /** Who asks. */
        String operator();

        /** Which account, as it was named. */
        String account();

        /** That the bank identify somebody. */
        record Identity(BackchannelRequest wanted) implements About {
            @Override
            public String operator() {
                return wanted.asked().operator().name();
            }

            @Override
            public String account() {
                return wanted.identity();
            }
        }

        /** That the holder of a linked account be shown to have seen a statement. */
        record Notice(Linking linking) implements About {
            @Override
            public String operator() {
                return linking.operator();
            }

            @Override
            public String account() {
                return linking.account();
            }
        }
    }

    String id() {
        return id;
    }

    About about() {
        return about;
    }

    Optional<Customer> customer() {
        return customer;
    }

    String code() {
        return code;
    }

    Instant expires() {
        return expires;
    }

    int tries() {
        return tries;
    }

    /** Uses a try; a right one uses one as well. */
    void use() {
        tries--;
    }

    boolean isOver() {
        return over;
    }

    /** What the operator is told; empty: nothing that is signed. */
    String result() {
        return result;
    }

    void end(String signed) {
        over = true;
        result = signed;
    }

    /** Whether it was asked about a moment ago. */
    boolean isHasty(Instant now, long intervalMillis) {
        boolean hasty = asked.plusMillis(intervalMillis).isAfter(now);
        asked = now;
        return hasty;
    }

    <T> T alone(Supplier<T> step) {
        lock.lock();
        try {
            return step.get();
        } finally {
            lock.unlock();
        }
    }
}
