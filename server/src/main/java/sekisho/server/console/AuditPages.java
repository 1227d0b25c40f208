package sekisho.server.console;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import sekisho.server.pages.Page;
import sekisho.server.pages.Visit;

/** What staff did. */
@Controller
public final class AuditPages {
    private static final int MOST = 200;

    private final Frames frames;
    private final Actions actions;
    private final ActionLines lines;

    AuditPages(Frames frames, Actions actions, ActionLines lines) {
        this.frames = frames;
        this.actions = actions;
        this.lines = lines;
    }

    public record Model(Frame frame, List<ActionLine> actions) {}

    @GetMapping("/console/audit")
    ModelAndView show(Visit visit, StaffMember member) {
        return Page.of(
                "console/audit", visit, new Model(frames.of(member, "audit"), lines.of(visit, actions.newest(MOST))));
    }
}
