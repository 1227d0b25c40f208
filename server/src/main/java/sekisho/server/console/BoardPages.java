package sekisho.server.console;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import sekisho.server.pages.Page;
import sekisho.server.pages.Redirect;
import sekisho.server.pages.Visit;

/** The board of banks. */
@Controller
public final class BoardPages {
    static final String PATH = "/console/banks";
    private static final int MOST_CARDS = 4;

    private final Frames frames;
    private final BankLines lines;
    private final Volumes volumes;

    BoardPages(Frames frames, BankLines lines, Volumes volumes) {
        this.frames = frames;
        this.lines = lines;
        this.volumes = volumes;
    }

    /**
     * What is shown.
     *
     * @param cards banks that need attention
     * @param open how many are open for links, top-ups and cash-outs
     * @param show {@code all}, {@code closed} or {@code flight}
     */
    public record Model(
            Frame frame,
            List<BankLine> cards,
            List<BankLine> lines,
            int all,
            int closed,
            int flying,
            List<Long> open,
            long inFlight,
            long inFlightYen,
            VolumeChart volumes,
            String show,
            String query) {}

    @GetMapping("/console")
    ModelAndView begin(StaffMember member) {
        return Redirect.to(PATH);
    }

    @GetMapping(PATH)
    ModelAndView show(
            Visit visit,
            StaffMember member,
            @RequestParam(defaultValue = "all") String show,
            @RequestParam(defaultValue = "") String query) {
        List<BankLine> all = lines.all(visit);
        List<BankLine> closed = all.stream().filter(BankLine::closed).toList();
        List<BankLine> flying = all.stream().filter(BoardPages::inFlight).toList();
        List<BankLine> chosen = switch (show) {
            case "closed" -> closed;
            case "flight" -> flying;
            default -> all;
        };
        var sum = lines.sum(visit);
        return Page.of(
                "console/board",
                visit,
                new Model(
                        frames.of(member, "banks"),
                        all.stream()
                                .filter(line -> line.closed() || line.failing())
                                .limit(MOST_CARDS)
                                .toList(),
                        chosen.stream().filter(line -> matches(line, query)).toList(),
                        all.size(),
                        closed.size(),
                        flying.size(),
                        List.of(open(all, 0), open(all, 1), open(all, 2)),
                        sum.inFlight(),
                        sum.open(),
                        volumes.last(visit),
                        show,
                        query));
    }

    private static boolean inFlight(BankLine line) {
        return line.today().doubtful() + line.today().waiting() > 0;
    }

    private static long open(List<BankLine> lines, int gate) {
        return lines.stream().filter(line -> line.gates().get(gate).open()).count();
    }

    private static boolean matches(BankLine line, String query) {
        String wanted = query.strip().toLowerCase(Locale.ROOT);
        return line.code().startsWith(wanted)
                || line.name().toLowerCase(Locale.ROOT).contains(wanted);
    }
}
