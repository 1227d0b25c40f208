package sekisho.browsertests.journey;

import sekisho.browsertests.browser.Window;
import sekisho.browsertests.system.RunningSystem;

/** How somebody comes in. */
public interface Entrance {

    /** Leaves the window signed in. It stands on the role's own site. */
    void enter(Window window, RunningSystem system);

    /** How one of a role comes in. */
    static Entrance of(Role role) {
        return switch (role) {
            case SIGNED_OUT -> (window, system) -> {};
            case CUSTOMER, MERCHANT, OPERATOR, BANK_CUSTOMER ->
                (window, system) -> {
                    String link = DemoLinks.of(system.printed()).first(role);
                    int status = window.go(link);
                    if (status != 200) {
                        throw new IllegalStateException("the link of a " + role.word() + " is answered with " + status);
                    }
                };
        };
    }
}
