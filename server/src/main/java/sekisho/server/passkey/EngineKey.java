package sekisho.server.passkey;

import sekisho.protocol.PublicKey;
import sekisho.protocol.Token;

/** A passkey as the engine knows it. Backup flags as they were when it was made (BE, BS). */
public record EngineKey(Token credential, PublicKey key, boolean backupEligible, boolean backedUp) {}
