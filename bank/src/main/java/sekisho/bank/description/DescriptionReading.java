package sekisho.bank.description;

import java.util.List;

/** What became of reading a description. */
public sealed interface DescriptionReading {

    /** It is one. */
    record Whole(BankDescription description) implements DescriptionReading {}

    /**
     * It is none, and nothing of it may be used.
     *
     * @param mistakes everything that is wrong, in the order of the file; at least one
     */
    record Faulty(List<Mistake> mistakes) implements DescriptionReading {
        public Faulty {
            mistakes = List.copyOf(mistakes);
            if (mistakes.isEmpty()) {
                throw new IllegalArgumentException("what is faulty has a mistake");
            }
        }
    }
}
