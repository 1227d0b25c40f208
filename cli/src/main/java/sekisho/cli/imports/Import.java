package sekisho.cli.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import sekisho.benchmarks.Progress;
import sekisho.gateway.Gateway;
import sekisho.gateway.GatewaySettings;
import sekisho.node.HomeInUse;
import sekisho.node.Node;
import sekisho.node.NodeHalted;
import sekisho.node.NodeSettings;
import sekisho.protocol.Answer;
import sekisho.protocol.ClientId;

/** One import: read and check the file, start a node in the home, send everything through a gateway, report. Owned by one thread. */
public final class Import {
    /** Who sends imports. */
    static final ClientId CLIENT = new ClientId(1);

    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private final ImportSettings settings;
    private final Progress progress;
    private final ForeignStream stream;
    private final String name;
    private final long number;
    private final Script script;
    private final Tally tally;

    private Import(ImportSettings settings, Progress progress) throws BadFile {
        this.settings = settings;
        this.progress = progress;
        stream = ForeignStream.read(settings.file(), settings.format());
        name = settings.streamName() != null ? settings.streamName() : defaultName();
        number = Hashes.streamNumber(name);
        script = new Script(stream, number, settings.overdraft());
        tally = new Tally(script);
    }

    /**
     * Imports a file.
     *
     * @throws BadFile if the file is not as it should be; then nothing of it was applied
     * @throws ImportFailed if it could not be carried through; importing it again goes on where it stopped
     */
    public static ImportReport run(ImportSettings settings, Progress progress) throws BadFile, ImportFailed {
        progress.say("reading " + settings.file());
        Import one = new Import(settings, progress);
        progress.say(String.format(
                java.util.Locale.ROOT, "%,d rows, %,d accounts; starting the node",
                one.stream.rows().count(), one.stream.accounts().count()));
        try {
            return one.play();
        } catch (HomeInUse e) {
            throw new ImportFailed(e.getMessage() + ": stop it, or use another --home", e);
        } catch (NodeHalted e) {
            throw new ImportFailed("the node halted: " + e.getMessage(), e);
        } catch (TimeoutException e) {
            throw new ImportFailed("the node does not answer", e);
        } catch (IOException | UncheckedIOException e) {
            throw new ImportFailed("reading or writing failed: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ImportFailed("interrupted", e);
        }
    }

    private ImportReport play() throws ImportFailed, IOException, InterruptedException, TimeoutException {
        long starting = System.nanoTime();
        try (Node node = Node.start(NodeSettings.of(settings.home()));
                Gateway gateway = Gateway.connect(
                        GatewaySettings.of(node.address(), CLIENT).withDeadline(DEADLINE))) {
            gateway.awaitConnected();
            double readySeconds = seconds(starting);
            long began = System.nanoTime();
            send(gateway);
            double seconds = seconds(began);
            StateSummary state = new StateSummary();
            node.export(state);
            return report(state, seconds, readySeconds);
        }
    }

    private void send(Gateway gateway) throws ImportFailed, IOException, InterruptedException {
        try (Progress.Task task = progress.begin("import", script.count());
                AnswerJournal journal = settings.answers() == null ? null : new AnswerJournal(settings.answers())) {
            new StreamSender(gateway, script, number).send(new Receiver(tally, task, journal));
        }
    }

    private record Receiver(Tally tally, Progress.Task task, @Nullable AnswerJournal journal)
            implements StreamSender.Receiver {
        @Override
        public void answer(int entry, Answer answer) throws IOException {
            tally.count(entry, answer);
            if (journal != null) {
                journal.add(entry + 1L, answer);
            }
        }

        @Override
        public void reached(int entries) throws IOException {
            task.reached(entries);
            if (journal != null) {
                journal.flush();
            }
        }
    }

    private ImportReport report(StateSummary state, double seconds, double readySeconds) {
        List<String> troubles = ImportReport.troubles(tally, stream.rows().count(), state);
        return new ImportReport(
                name,
                stream.rows().count(),
                tally.answered(),
                tally.accepted(),
                tally.refused(),
                tally.repeated(),
                state.totals(),
                state.conservation(),
                Differences.of(stream.accounts(), script.owners(), state.walletBalances()),
                flagged(),
                seconds,
                readySeconds,
                state.fingerprint(),
                state.stateFingerprint(),
                troubles);
    }

    private @Nullable Flagged flagged() {
        return settings.format() == Format.PAYSIM && tally.repeated() == 0
                ? Flagged.of(stream.rows().overdrafts(), tally.refusedRows())
                : null;
    }

    private String defaultName() {
        return settings.format().word() + ":" + stream.contents().substring(0, 32);
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
