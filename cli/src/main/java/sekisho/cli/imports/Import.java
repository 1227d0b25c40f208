package sekisho.cli.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import sekisho.benchmarks.Progress;
import sekisho.gateway.Gateway;
import sekisho.gateway.GatewaySettings;
import sekisho.gateway.StreamSender;
import sekisho.gateway.StreamStopped;
import sekisho.node.HomeInUse;
import sekisho.node.Node;
import sekisho.node.NodeHalted;
import sekisho.node.NodeSettings;
import sekisho.protocol.ClientId;

/** One import: read and check the file, start a node in the home, send everything through a gateway, report. Owned by one thread. */
public final class Import {
    /** Who sends imports. */
    static final ClientId CLIENT = new ClientId(1);

    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

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
                Locale.ROOT,
                "%,d rows, %,d accounts; starting the node",
                one.stream.rows().count(),
                one.stream.accounts().count()));
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
        }
    }

    private ImportReport play() throws ImportFailed, IOException, TimeoutException {
        long starting = System.nanoTime();
        try (Node node = Node.start(NodeSettings.of(settings.home()));
                Gateway gateway = Gateway.connect(
                        GatewaySettings.of(node.address(), CLIENT).withDeadline(DEADLINE))) {
            gateway.awaitConnected();
            double readySeconds = seconds(starting);
            long began = System.nanoTime();
            send(node, gateway);
            double seconds = seconds(began);
            StateSummary state = new StateSummary();
            node.export(state);
            return report(state, seconds, readySeconds);
        }
    }

    private void send(Node node, Gateway gateway) throws ImportFailed, IOException {
        long before = node.counts().position();
        Chain chain = new Chain(script.count());
        try (AnswerJournal journal = settings.answers() == null ? null : new AnswerJournal(settings.answers())) {
            Reception reception = new Reception(tally, chain, journal);
            send(gateway, chain, reception);
            chain.check();
            node.awaitOutcomes();
            countUnheard(before, reception.unheard());
        }
    }

    private void send(Gateway gateway, Chain chain, Reception reception) throws ImportFailed {
        StreamSender sender = new StreamSender(gateway, number, PATIENCE, reception);
        try (Progress.Task task = progress.begin("import", script.count())) {
            for (int entry = 0; entry < script.count(); entry++) {
                sender.send(script.command(entry), script.effectiveAt(entry));
                chain.put(entry + 1, sender.next().chainHash());
                task.reached(reception.received());
            }
            sender.awaitAll();
        } catch (StreamStopped e) {
            throw new ImportFailed(
                    e.getMessage() + ". Has this home imported another file under this stream name, or this one with "
                            + "another --overdraft? Then use another --home or --stream.",
                    e);
        }
    }

    /** An answer that got lost on its way is not: the outcome log has it. */
    private void countUnheard(long afterPosition, BitSet unheard) {
        if (!unheard.isEmpty()) {
            LoggedAnswers.read(settings.home(), afterPosition, name, (answer, sequence) -> {
                if (unheard.get((int) (sequence - 1))) {
                    tally.count((int) (sequence - 1), answer);
                }
            });
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
