package sekisho.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sekisho.cli.explain.Decision;
import sekisho.cli.explain.DecisionSearch;
import sekisho.cli.explain.Why;
import sekisho.cli.explain.WhyJson;
import sekisho.cli.explain.WhyText;
import sekisho.node.replay.NotReplayable;
import sekisho.protocol.ClientId;
import sekisho.wire.home.HomeLayout;

/** Says why a request was answered as it was. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = {
            "Say why a request was answered as it was: the command, the answer, and every guard that was asked, in its"
                    + " order, with the numbers and states that it looked at.",
            "",
            "The log of the home is replayed up to just before the request, from the newest snapshot before it. Nothing"
                    + " is changed, and the home may be in use. Fails if what follows from the guards is not what was"
                    + " answered."
        })
final class ExplainCommand implements Callable<Integer> {
    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "ID",
            description = "The request's id, or the id of what it began (a payment, a link, a top-up): 32 hexadecimal"
                    + " digits, with dashes or without.")
    private String id;

    @Option(
            names = "--client",
            paramLabel = "N",
            description = "Whose request. Needed where several clients used one id.")
    private @Nullable Long client;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            defaultValue = "./var",
            description = "The home whose log is read. Default: ./var.")
    private Path home;

    @Option(names = "--json", description = "Print the explanation as JSON: every input of every guard.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        Path folder = home.toAbsolutePath().normalize();
        if (!Files.isDirectory(new HomeLayout(folder).outcomes())) {
            err.println("explain: there is no log in " + folder + ": nothing ever ran in it. Name the right --home.");
            return 1;
        }
        List<Decision> found = search(folder);
        if (found.size() != 1) {
            err.println("explain: " + (found.isEmpty() ? unknown(folder) : ambiguous(found)));
            return 1;
        }
        try {
            Why why = Why.of(folder, found.getFirst());
            spec.commandLine().getOut().println(json ? Json.of(WhyJson.of(why)) : WhyText.of(why, ZONE));
            return why.agreement() == Why.Agreement.DIFFERS ? 1 : 0;
        } catch (NotReplayable e) {
            err.println("explain: " + e.getMessage() + ". The decision is in the outcome log; why it was made needs the"
                    + " command log and a snapshot before it.");
            return 1;
        }
    }

    private List<Decision> search(Path folder) {
        try {
            return DecisionSearch.in(folder, id, client == null ? null : new ClientId(client));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private String unknown(Path folder) {
        return "no request with the id " + id + (client == null ? "" : " of client " + client)
                + " was answered in " + folder
                + ". Ids of requests are in the API's answers and pages; ids of operations there and in the exports.";
    }

    private static String ambiguous(List<Decision> found) {
        return found.size() + " clients used this id. Name one with --client: "
                + found.stream()
                        .map(decision -> String.valueOf(decision.client().value()))
                        .collect(Collectors.joining(", "));
    }
}
