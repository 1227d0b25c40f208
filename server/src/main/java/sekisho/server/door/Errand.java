package sekisho.server.door;

import java.util.Arrays;
import java.util.Optional;
import sekisho.bank.redirect.Purpose;

/** What somebody knocks for. */
enum Errand {
    LOCK(Purpose.PROVE_HOLDER),
    UNLOCK(Purpose.UNLOCK);

    private final Purpose purpose;

    Errand(Purpose purpose) {
        this.purpose = purpose;
    }

    /** In requests to banks. */
    Purpose purpose() {
        return purpose;
    }

    /** In forms and tables. */
    String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    static Optional<Errand> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
