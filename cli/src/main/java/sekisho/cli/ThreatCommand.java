package sekisho.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import sekisho.simulation.threat.Losses;
import sekisho.simulation.threat.Target;
import sekisho.simulation.threat.ThreatSearch;

/** What a thief gets who is verified as his victim, searched over the engine. */
@Command(
        name = "threat",
        mixinStandardHelpOptions = true,
        description = {
            "Search over the engine for the most that somebody gets who is verified as his victim, by the kind of the"
                    + " victim's bank, while nobody notices for 24 hours, 72 hours, 7 and 30 days.",
            "",
            "docs/threat-model.md says what is assumed and what is not covered."
        })
final class ThreatCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Option(
            names = "--beam",
            defaultValue = "4",
            paramLabel = "N",
            description = "From how many states time goes on. Default: 4.")
    private int beam;

    @Override
    public Integer call() {
        if (beam < 1) {
            throw new ParameterException(spec.commandLine(), "--beam: at least 1");
        }
        List<Losses> all = new ArrayList<>();
        for (Target target : Target.values()) {
            all.add(ThreatSearch.search(target, beam));
        }
        spec.commandLine().getOut().println(common.json() ? Json.of(json(all)) : text(all));
        return 0;
    }

    private static Map<String, Object> json(List<Losses> all) {
        Map<String, Object> json = new LinkedHashMap<>();
        for (Losses losses : all) {
            Map<String, Object> one = new LinkedHashMap<>();
            for (Losses.Row row : losses.rows()) {
                one.put("debited" + row.hours() + "Hours", row.debited());
                one.put("irrecoverable" + row.hours() + "Hours", row.irrecoverable());
            }
            one.put("debitedWithinAny24Hours", losses.in24Hours());
            one.put("sent", losses.sent());
            one.put("resold", losses.resold());
            one.put("cashedOut", losses.cashedOut());
            one.put("states", losses.states());
            json.put(losses.target().name(), one);
        }
        return json;
    }

    private static String text(List<Losses> all) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%-20s %22s %22s %22s %22s %10s %9s %9s %9s%n",
                "yen debited/gone",
                "24 hours",
                "72 hours",
                "7 days",
                "30 days",
                "any 24 h",
                "sent",
                "resold",
                "cashed"));
        for (Losses losses : all) {
            text.append(String.format(Locale.ROOT, "%-20s", losses.target()));
            losses.rows()
                    .forEach(row -> text.append(
                            String.format(Locale.ROOT, " %,10d /%,10d", row.debited(), row.irrecoverable())));
            text.append(String.format(
                    Locale.ROOT,
                    " %,10d %,9d %,9d %,9d%n",
                    losses.in24Hours(),
                    losses.sent(),
                    losses.resold(),
                    losses.cashedOut()));
        }
        return text.toString().stripTrailing();
    }
}
