package sekisho.identity;

/** Who knows which challenges were given out. In a system the engine does: each is taken once, in one order. */
public interface Challenges {

    /** Takes a challenge, whatever becomes of the proof: no challenge is good for a second try. */
    Taking take(Octets challenge);

    /** What became of taking a challenge. */
    enum Taking {
        TAKEN,
        UNKNOWN,
        USED,
        EXPIRED
    }
}
