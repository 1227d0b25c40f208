package sekisho.banksimulator.customers;

import java.util.Set;
import sekisho.banksimulator.profile.Ask;

/** What an answer led to. */
public sealed interface Progress {

    /** The next step is shown. */
    record Next() implements Progress {}

    /** Some answers are none at all: a letter in an account number. Nothing was counted. */
    record NotFilledIn(Set<Ask> asks) implements Progress {
        public NotFilledIn {
            asks = Set.copyOf(asks);
        }
    }

    /** What is to be confirmed elsewhere is not confirmed yet. */
    record Waiting() implements Progress {}

    /** It did not do; the first step is shown again. */
    record Again() implements Progress {}

    /** It did not do, and was the last try. */
    record Over() implements Progress {}

    /** It is this customer. */
    record Identified(Customer customer) implements Progress {}
}
