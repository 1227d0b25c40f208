package sekisho.protocol;

/** A public key on the curve P-256 (SEC 2, FIPS 186-5): the affine coordinates of its point. The engine checks the curve. */
public record PublicKey(Digest x, Digest y) {}
