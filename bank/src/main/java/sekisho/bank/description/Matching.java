package sekisho.bank.description;

import java.util.Set;
import sekisho.bank.redirect.Attribute;

/**
 * What the bank compares with what it holds, and how it answers.
 *
 * @param attributes none if it compares nothing
 */
public record Matching(Set<Attribute> attributes, Answering answering) {
    public Matching {
        attributes = Set.copyOf(attributes);
    }

    /** How the bank answers. */
    public enum Answering {
        /** A match code for each attribute. */
        EACH("each"),
        /** One match code for all of them together. */
        TOGETHER("together"),
        /** The values themselves, under the bank's signature: compared here, in memory, and dropped. */
        VALUES("values");

        private final String word;

        Answering(String word) {
            this.word = word;
        }

        /** The word in descriptions. */
        public String word() {
            return word;
        }
    }
}
