package sekisho.server.banking;

import java.time.Duration;
import sekisho.protocol.InstructionCommand;

/**
 * How the bank worker works. Every number is for one bank.
 *
 * @param lease how long a claim lasts; longer than a call
 * @param callTimeout how long a bank may take to answer
 * @param callsAtATime calls under way at once; more wait
 * @param mostKnown instructions kept in memory; more stay in the log until there is room
 * @param firstPause before a call is repeated that did not reach the bank; doubles each time
 * @param enquireAfter from a doubt to the first enquiry; the engine asks for the later ones
 * @param lookAgain whether ended instructions are asked about once more
 * @param stopWithin how long calls under way may take to end when the worker is stopped
 */
public record BankingSettings(
        Duration lease,
        Duration callTimeout,
        int callsAtATime,
        int mostKnown,
        Duration firstPause,
        Duration enquireAfter,
        LookAgain lookAgain,
        BreakerSettings breaker,
        Duration stopWithin) {

    /** Calls of 10 seconds at most, 32 at a time, under claims of a minute. */
    public static final BankingSettings STANDARD = new BankingSettings(
            Duration.ofSeconds(60),
            Duration.ofSeconds(10),
            32,
            10_000,
            Duration.ofMillis(200),
            Duration.ofSeconds(2),
            new LookAgain(Duration.ofMinutes(10), true, false),
            BreakerSettings.STANDARD,
            Duration.ofSeconds(15));

    /**
     * A second look finds banks that contradict themselves. It is not certain to happen: what was to be looked at is
     * forgotten when the worker stops.
     *
     * @param after how long after the report
     * @param atDeclined look again at what the bank declined
     * @param atSettled look again at what the bank settled
     */
    public record LookAgain(Duration after, boolean atDeclined, boolean atSettled) {}

    public BankingSettings {
        if (lease.compareTo(callTimeout) <= 0 || lease.toMillis() > InstructionCommand.MAX_LEASE_MILLIS) {
            throw new IllegalArgumentException("a lease is longer than a call and at most an hour");
        }
        if (callsAtATime < 1 || mostKnown < 1) {
            throw new IllegalArgumentException("every bound is at least 1");
        }
    }

    public BankingSettings withCalls(Duration timeout, int atATime) {
        return new BankingSettings(
                lease, timeout, atATime, mostKnown, firstPause, enquireAfter, lookAgain, breaker, stopWithin);
    }

    public BankingSettings withLease(Duration value) {
        return new BankingSettings(
                value, callTimeout, callsAtATime, mostKnown, firstPause, enquireAfter, lookAgain, breaker, stopWithin);
    }

    public BankingSettings withMostKnown(int value) {
        return new BankingSettings(
                lease, callTimeout, callsAtATime, value, firstPause, enquireAfter, lookAgain, breaker, stopWithin);
    }

    public BankingSettings withEnquireAfter(Duration value) {
        return new BankingSettings(
                lease, callTimeout, callsAtATime, mostKnown, firstPause, value, lookAgain, breaker, stopWithin);
    }

    public BankingSettings withLookAgain(LookAgain value) {
        return new BankingSettings(
                lease, callTimeout, callsAtATime, mostKnown, firstPause, enquireAfter, value, breaker, stopWithin);
    }

    public BankingSettings withBreaker(BreakerSettings value) {
        return new BankingSettings(
                lease, callTimeout, callsAtATime, mostKnown, firstPause, enquireAfter, lookAgain, value, stopWithin);
    }

    public BankingSettings withStopWithin(Duration value) {
        return new BankingSettings(
                lease, callTimeout, callsAtATime, mostKnown, firstPause, enquireAfter, lookAgain, breaker, value);
    }
}
