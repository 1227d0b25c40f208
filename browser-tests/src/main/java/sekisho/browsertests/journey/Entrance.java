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
            // Until there is a link for one, somebody new.
            case CUSTOMER ->
                (window, system) -> {
                    if (DemoLinks.of(system.printed()).has(role)) {
                        follow(role, window, system);
                    } else {
                        Newcomer.called("北 葵", "キタ アオイ").signUp(window);
                    }
                };
            case MERCHANT, OPERATOR, BANK_CUSTOMER -> (window, system) -> follow(role, window, system);
        };
    }

    /** Whether anybody of a role can come in. */
    static boolean exists(Role role, RunningSystem system) {
        return switch (role) {
            case SIGNED_OUT, CUSTOMER -> true;
            case MERCHANT, OPERATOR, BANK_CUSTOMER ->
                DemoLinks.of(system.printed()).has(role);
        };
    }

    private static void follow(Role role, Window window, RunningSystem system) {
        int status = window.go(DemoLinks.of(system.printed()).first(role));
        if (status != 200) {
            throw new IllegalStateException("the link of a " + role.word() + " is answered with " + status);
        }
    }
}
