package sekisho.server.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import sekisho.server.session.Entrance;

/** Lets staff in. Any thread. */
public final class StaffEntrance {
    private static final Duration IDLE = Duration.ofMinutes(15);

    private final Entrance entrance;
    private final Actions actions;

    StaffEntrance(Entrance entrance, Actions actions) {
        this.entrance = entrance;
        this.actions = actions;
    }

    /** A member has proved who they are: a new session, which ends sooner than a customer's. */
    public void enter(HttpServletRequest request, HttpServletResponse response, StaffMember member) {
        entrance.enter(request, response, new StaffAuthentication(member.id()));
        request.getSession().setMaxInactiveInterval((int) IDLE.toSeconds());
        actions.note(member, ActionKind.SIGN_IN, member.word());
    }
}
