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
import sekisho.node.NodeHalted;
import sekisho.protocol.ClientId;

/**
 * One import: read and check the file, find or start the home's node, send everything through a gateway, report. Owned by
 * one thread.
 */
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
                "%,d rows, %,d accounts",
                one.stream.rows().count(),
                one.stream.accounts().count()));
        try {
            return one.play();
        } catch (NodeHalted e) {
            throw new ImportFailed("the node halted: " + e.getMessage(), e);
        } catch (TimeoutException e) {
            throw new ImportFailed("the node does not answer: " + e.getMessage(), e);
        } catch (IOException | UncheckedIOException e) {
            throw new ImportFailed("reading or writing failed: " + e.getMessage(), e);
        }
    }

    private ImportReport play() throws ImportFailed, IOException, TimeoutException {
        long starting = System.nanoTime();
        try (Host host = host();
                Gateway gateway = Gateway.connect(
                        GatewaySettings.of(host.address(), CLIENT).withDeadline(DEADLINE))) {
            gateway.awaitConnected();
            double readySeconds = seconds(starting);
            long began = System.nanoTime();
            long last = send(host, gateway);
            double seconds = seconds(began);
            host.awaitRead(last, progress);
            double readableSeconds = seconds(began);
            StateSummary state = new StateSummary();
            host.export(state);
            return report(state, new ImportReport.Times(readySeconds, seconds, readableSeconds));
        }
    }

    /** A node of its own, or that of the server which has the home. */
    private Host host() throws ImportFailed, IOException {
        try {
            return new OwnNode(settings.home());
        } catch (HomeInUse e) {
            Host host = ServersNode.find(settings.home(), e);
            progress.say("through the server in process " + e.pid());
            return host;
        }
    }

    /** Sends everything; the position of the last answer. */
    private long send(Host host, Gateway gateway) throws ImportFailed, IOException {
        long before = host.position();
        Chain chain = new Chain(script.count());
        try (AnswerJournal journal = settings.answers() == null ? null : new AnswerJournal(settings.answers())) {
            Reception reception = new Reception(tally, chain, journal);
            send(host, gateway, chain, reception);
            chain.check();
            if (!reception.unheard().isEmpty()) {
                host.awaitRead(reception.position(), progress);
                countUnheard(before, reception.unheard());
            }
            return reception.position();
        }
    }

    private void send(Host host, Gateway gateway, Chain chain, Reception reception) throws ImportFailed {
        StreamSender sender = new StreamSender(gateway, number, PATIENCE, reception);
        try (Progress.Task task = progress.begin("import", script.count())) {
            for (int entry = 0; entry < script.count(); entry++) {
                sender.send(script.command(entry), script.effectiveAt(entry));
                chain.put(entry + 1, sender.next().chainHash());
                task.beside(host.beside());
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
        LoggedAnswers.read(settings.home(), afterPosition, name, (answer, sequence) -> {
            if (unheard.get((int) (sequence - 1))) {
                tally.count((int) (sequence - 1), answer);
            }
        });
    }

    private ImportReport report(StateSummary state, ImportReport.Times times) {
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
                times,
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
