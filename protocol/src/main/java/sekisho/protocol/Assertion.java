package sekisho.protocol;

/**
 * What an authenticator says of one request (W3C Web Authentication Level 2, 6.3.3): a person was there, was verified, and
 * meant this. Authenticator data is {@code rpIdHash}, {@code flags} and {@code counter}; extensions are not asked for.
 *
 * @param credential the first 128 bits of the SHA-256 of the credential's id
 * @param flags UP 1, UV 4, BE 8, BS 16
 * @param counter 0 to 2^32 − 1
 * @param clientData the collected client data, JSON as the browser signed it: 2 to {@value #MOST} printable ASCII characters
 */
public record Assertion(
        Token credential, Digest rpIdHash, int flags, long counter, String clientData, Signature signature) {

    /** Most characters of client data. */
    public static final int MOST = 1024;

    public Assertion {
        if (flags < 0 || flags > 0xFF) {
            throw new IllegalArgumentException("flags are one byte");
        }
        if (counter < 0 || counter > 0xFFFF_FFFFL) {
            throw new IllegalArgumentException("a counter is 0 to 2^32 - 1");
        }
        if (clientData.length() < 2 || clientData.length() > MOST) {
            throw new IllegalArgumentException("client data has 2 to " + MOST + " characters");
        }
        for (int i = 0; i < clientData.length(); i++) {
            if (clientData.charAt(i) < 0x20 || clientData.charAt(i) > 0x7E) {
                throw new IllegalArgumentException("client data is printable ASCII");
            }
        }
    }
}
