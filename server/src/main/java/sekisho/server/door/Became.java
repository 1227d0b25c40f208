package sekisho.server.door;

import java.util.Arrays;

/** What became of a visit. */
enum Became {
    /** Nothing, for whatever reason. */
    NO,
    /** A weak proof: the account is locked for a while, unless something else was decided about it before. */
    NOTED,
    /** A strong proof: the account is locked until that is lifted. */
    LOCKED,
    /** A strong proof: the lock will be lifted. */
    UNLOCKING,
    /** A strong proof: there was no lock. */
    OPEN;

    String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    static Became of(String word) {
        return Arrays.stream(values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing becomes " + word));
    }
}
