package sekisho.benchmarks.http;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/** Requests for transfers as bytes: prepared once, patched for each. Owner: one thread. */
final class TransferBytes {
    private final byte[] bytes;
    private final int keyAt;
    private final int fromAt;
    private final int toAt;
    private final long[] wallets;
    private final SplittableRandom random;
    private final RequestIdBytes ids = new RequestIdBytes();

    private TransferBytes(String text, long[] wallets, long seed) {
        this.bytes = text.getBytes(StandardCharsets.US_ASCII);
        this.keyAt = text.indexOf(KEY);
        this.fromAt = text.indexOf(FROM);
        this.toAt = text.indexOf(TO);
        this.wallets = wallets;
        this.random = new SplittableRandom(seed);
    }

    private static final String KEY = "k".repeat(RequestIdBytes.LENGTH);
    private static final String FROM = "f".repeat(16);
    private static final String TO = "t".repeat(16);

    /** Single requests for a host. */
    static TransferBytes singles(String host, String token, long[] wallets, long seed) {
        String body = "{\"from\":\"" + FROM + "\",\"to\":\"" + TO + "\",\"amount\":7,\"currency\":\"XTS\"}";
        return new TransferBytes(
                "POST /v1/transfers HTTP/1.1\r\nHost: " + host + "\r\nAuthorization: Bearer " + token
                        + "\r\nContent-Type: application/json\r\nIdempotency-Key: " + KEY + "\r\nContent-Length: "
                        + body.length() + "\r\n\r\n" + body,
                wallets,
                seed);
    }

    /** Lines of a bulk request. */
    static TransferBytes lines(long[] wallets, long seed) {
        return new TransferBytes(
                "{\"id\":\"" + KEY + "\",\"transfer\":{\"from\":\"" + FROM + "\",\"to\":\"" + TO
                        + "\",\"amount\":7,\"currency\":\"XTS\"}}\n",
                wallets,
                seed);
    }

    int length() {
        return bytes.length;
    }

    /** The next one; the array is used again. */
    byte[] next() {
        int from = random.nextInt(wallets.length);
        int to = random.nextInt(wallets.length - 1);
        ids.put(bytes, keyAt);
        RequestIdBytes.putWallet(wallets[from], bytes, fromAt);
        RequestIdBytes.putWallet(wallets[to < from ? to : to + 1], bytes, toAt);
        return bytes;
    }
}
