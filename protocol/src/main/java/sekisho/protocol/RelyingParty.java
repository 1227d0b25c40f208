package sekisho.protocol;

/**
 * Where assertions come from: a relying party (W3C Web Authentication Level 2) and its one origin.
 *
 * @param rpIdHash SHA-256 of the relying party id, a domain
 * @param origin SHA-256 of the origin from which assertions come
 */
public record RelyingParty(Digest rpIdHash, Digest origin) {}
