package sekisho.server.shop;

import sekisho.server.pages.NotThere;
import sekisho.server.people.PersonId;

/** Who is signed in and works in a shop: controllers of a shop's pages get one as an argument. */
public record Shopkeeper(PersonId person, Shop shop, Role role) {

    public boolean isOwner() {
        return role == Role.OWNER;
    }

    /** Lets only the owner pass. @throws NotThere for everybody else */
    void requireOwner() {
        if (!isOwner()) {
            throw new NotThere();
        }
    }
}
