package sekisho.core.decide;

import sekisho.core.Capacity;
import sekisho.core.events.Events;
import sekisho.core.ledger.Posting;
import sekisho.core.limits.LimitGate;
import sekisho.core.state.State;

/**
 * What every decision works with.
 *
 * @param posting the one posting that all decisions reuse
 */
record Bench(State state, Capacity capacity, Events events, LimitGate limits, Posting posting) {

    static Bench of(State state, Capacity capacity, Events events) {
        return new Bench(
                state,
                capacity,
                events,
                new LimitGate(state.clock(), state.holders(), state.accounts(), state.tiers(), state.usage()),
                new Posting(
                        state.accounts(),
                        state.safeguard(),
                        events,
                        account -> state.lots()
                                .trim(
                                        state.accounts().holder(account),
                                        state.accounts().currency(account),
                                        state.accounts().balance(account))));
    }

    long now() {
        return state.clock().now();
    }
}
