package sekisho.benchmarks.oracle;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import sekisho.protocol.Token;

/** The accounts at the bank that something is true of, some of each kind. Any thread. */
final class Accounts {
    private static final int EACH = 40;
    private static final long KNOWN = 1;
    private static final long LINKED = 2;
    private static final long LOCKED = 3;
    private static final long REJECTED = 4;

    /** One that is there, and nothing else. */
    Token known(SplittableRandom random) {
        return any(KNOWN, random);
    }

    /** One that a wallet is linked to. */
    Token linked(SplittableRandom random) {
        return any(LINKED, random);
    }

    /** One that is locked against links. */
    Token locked(SplittableRandom random) {
        return any(LOCKED, random);
    }

    /** One that is locked and whose claim was rejected. */
    Token rejected(SplittableRandom random) {
        return any(REJECTED, random);
    }

    Stream<Token> linked() {
        return all(LINKED);
    }

    Stream<Token> locked() {
        return all(LOCKED);
    }

    Stream<Token> rejected() {
        return all(REJECTED);
    }

    private static Token any(long kind, SplittableRandom random) {
        return new Token(kind, random.nextInt(EACH) + 1L);
    }

    private static Stream<Token> all(long kind) {
        return Stream.iterate(1L, number -> number <= EACH, number -> number + 1)
                .map(number -> new Token(kind, number));
    }
}
