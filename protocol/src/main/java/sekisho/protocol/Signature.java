package sekisho.protocol;

/** An ES256 signature (RFC 7518, 3.4): the numbers r and s, not wrapped in DER. */
public record Signature(Digest r, Digest s) {

    /** No signature; verifies nothing. */
    public static final Signature NONE = new Signature(Digest.NONE, Digest.NONE);
}
