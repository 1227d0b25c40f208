package sekisho.bank.redirect;

import sekisho.protocol.DoorResult;
import sekisho.protocol.Signature;

/**
 * The bank's word about somebody at the door, as the engine takes it. Its reader has checked it against what was asked and
 * against the bank's published key; the engine does so again with the key that it trusts.
 */
public record SignedDoorResult(DoorResult result, Signature signature) {}
