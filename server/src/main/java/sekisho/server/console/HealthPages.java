package sekisho.server.console;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import sekisho.gateway.Gateway;
import sekisho.server.banking.BankWork;
import sekisho.server.engine.ProjectionLag;
import sekisho.server.pages.Page;
import sekisho.server.pages.Visit;
import sekisho.server.projection.Projector;
import sekisho.server.projection.ProjectorStatus;

/** How the system is. */
@Controller
public final class HealthPages {
    private final Frames frames;
    private final Gateway gateway;
    private final Projector projector;
    private final ProjectionLag longestLag;
    private final BankWork work;
    private final MeterRegistry meters;

    HealthPages(
            Frames frames,
            Gateway gateway,
            Projector projector,
            ProjectionLag longestLag,
            BankWork work,
            MeterRegistry meters) {
        this.frames = frames;
        this.gateway = gateway;
        this.projector = projector;
        this.longestLag = longestLag;
        this.work = work;
        this.meters = meters;
    }

    /**
     * A part.
     *
     * @param kind of its state: {@code done}, {@code wait} or {@code refused}
     * @param state the key of its state in words
     * @param detail why it is not well; empty: it is
     */
    public record Part(String title, String icon, String kind, String state, String detail, List<Fact> facts) {}

    public record Fact(String label, String value) {}

    /**
     * How full the request journal is.
     *
     * @param width of 400
     */
    public record Fill(String share, String of, int width) {}

    public record Model(Frame frame, List<Part> parts, Fill journal, boolean journalKnown) {}

    @GetMapping("/console/health")
    ModelAndView show(Visit visit, StaffMember member) {
        OptionalDouble answers = gauge("sekisho.node.journal");
        OptionalDouble capacity = gauge("sekisho.node.journal.capacity");
        boolean known = answers.isPresent() && capacity.isPresent();
        return Page.of(
                "console/health",
                visit,
                new Model(
                        frames.of(member, "health"),
                        List.of(engine(visit), projection(visit), banks(visit)),
                        fill(answers.orElse(0), Math.max(1, capacity.orElse(1))),
                        known));
    }

    private Part engine(Visit visit) {
        boolean up = gateway.connected();
        var facts = new ArrayList<Fact>();
        gauge("sekisho.node.position")
                .ifPresent(at -> facts.add(new Fact(visit.say("console.health.position"), count((long) at))));
        return new Part(
                visit.say("console.health.engine"),
                "gate",
                up ? "done" : "refused",
                up ? "console.state.up" : "console.state.down",
                "",
                facts);
    }

    private Part projection(Visit visit) {
        ProjectorStatus status = projector.status();
        boolean slow = longestLag.isTooLong();
        String kind = switch (status.state()) {
            case FOLLOWING -> slow ? "wait" : "done";
            case STARTING, WAITING -> "wait";
            case FAILED, STOPPED -> "refused";
        };
        var lag = projector.counts().lag();
        return new Part(
                visit.say("console.health.projection"),
                "book",
                kind,
                "console.state." + status.state().name().toLowerCase(Locale.ROOT),
                status.detail(),
                List.of(
                        new Fact(visit.say("console.health.position"), count(projector.projected())),
                        new Fact(
                                visit.say("console.health.lag"),
                                visit.say("console.health.lag.value", count(lag.steps()), count(lag.millis()))),
                        new Fact(
                                visit.say("console.health.rows"),
                                count(projector.counts().rows()))));
    }

    private Part banks(Visit visit) {
        BankWork.State state = work.state();
        String kind = switch (state) {
            case WORKING, NOT_WANTED -> "done";
            case STARTING -> "wait";
            case FAILED -> "refused";
        };
        return new Part(
                visit.say("console.health.banks"),
                "bank",
                kind,
                "console.state." + state.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                work.failure()
                        .map(failure -> String.valueOf(failure.getMessage()))
                        .orElse(""),
                List.of(new Fact(visit.say("console.health.position"), count(work.position()))));
    }

    private static Fill fill(double answers, double capacity) {
        double share = answers / capacity;
        return new Fill(
                String.format(Locale.ROOT, "%.1f %%", share * 100),
                count((long) answers) + " / " + count((long) capacity),
                (int) Math.ceil(share * 400));
    }

    private OptionalDouble gauge(String name) {
        Gauge gauge = meters.find(name).gauge();
        return gauge == null ? OptionalDouble.empty() : OptionalDouble.of(gauge.value());
    }

    private static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
