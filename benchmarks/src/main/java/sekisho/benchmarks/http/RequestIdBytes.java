package sekisho.benchmarks.http;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;

/** Writes new request ids (UUIDv7) as bytes. Owner: one thread. */
final class RequestIdBytes {
    static final int LENGTH = 36;

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final long VERSION = 0x7000;
    private static final long VARIANT = 2L << 62;

    private final long secret = ThreadLocalRandom.current().nextLong() | 1;
    private long counter;

    /** Writes a new id at a place. */
    void put(byte[] to, int at) {
        counter++;
        long high = System.currentTimeMillis() << 16 | VERSION | (counter & 0xFFF);
        long low = VARIANT | (mix(counter * secret) >>> 2);
        int place = at;
        for (int digit = 0; digit < 32; digit++) {
            if (digit == 8 || digit == 12 || digit == 16 || digit == 20) {
                to[place++] = '-';
            }
            long half = digit < 16 ? high : low;
            to[place++] = HEX[(int) (half >>> (60 - 4 * (digit & 15))) & 0xF];
        }
    }

    /** Writes a wallet's id at a place. */
    static void putWallet(long wallet, byte[] to, int at) {
        for (int digit = 0; digit < 16; digit++) {
            to[at + digit] = HEX[(int) (wallet >>> (60 - 4 * digit)) & 0xF];
        }
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
