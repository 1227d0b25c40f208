package sekisho.browsertests.journey;

import sekisho.browsertests.browser.Window;
import sekisho.browsertests.system.RunningSystem;
import sekisho.browsertests.system.Site;

/** How somebody comes in. */
public interface Entrance {

    /** Leaves the window signed in. It stands on the role's own site. */
    void enter(Window window, RunningSystem system);

    /** How one of a role comes in. */
    static Entrance of(Role role) {
        return switch (role) {
            case SIGNED_OUT -> (window, system) -> {};
            case CUSTOMER -> (window, system) -> DemoDoor.customer(window, system, "hanako");
            case MERCHANT -> (window, system) -> DemoDoor.shopkeeper(window, system, "kenji");
            case OPERATOR -> (window, system) -> DemoDoor.staff(window, system, 0);
            case BANK_CUSTOMER ->
                (window, system) ->
                        new BankCounter(system.url(Site.BANK) + "/banks/0801", "SHIOMI HANAKO").signIn(window);
        };
    }
}
