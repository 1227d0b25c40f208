package sekisho.bank.redirect;

/**
 * A request for somebody at the front door: the bank says of an account that it is theirs, in a statement that the engine takes.
 *
 * @param asked for {@link Purpose#PROVE_HOLDER} or {@link Purpose#UNLOCK}; compares nothing, for nothing is known to compare
 */
public record DoorRequest(LinkRequest asked, DoorTerms terms) {
    public DoorRequest {
        if (!asked.purpose().inStatements().ofTheDoor()) {
            throw new IllegalArgumentException("at the door somebody proves an account, or unlocks one");
        }
        if (!asked.compared().isEmpty() || asked.statement().isPresent()) {
            throw new IllegalArgumentException("at the door nothing is compared, and no wallet is spoken of");
        }
    }
}
