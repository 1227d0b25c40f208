package sekisho.benchmarks.oracle;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import sekisho.benchmarks.Progress;

/**
 * Goes to the bank and back once for each state and round, in some browsers at once. First all go there; then, when nothing else is to be
 * done, they come back one after the other in random order, and that is timed.
 */
final class Rounds {
    private static final int WARM_UP = 3;

    /** In the first batches no more come back at once than connections to the database: the server's code is not compiled yet. */
    private static final int COLD = 2;

    private static final int AT_ONCE = 12;

    /** Over so long browsers begin to come back one after the other, so that answers leave evenly: a little less than a step of answers. */
    private static final Duration SPREAD = Duration.ofMillis(240);

    private final Part part;
    private final List<String> states;
    private final int rounds;
    private final int browsers;
    private final long seed;
    private final boolean planted;
    private final Progress progress;
    private final double[][] millis;
    private final Semaphore some = new Semaphore(AT_ONCE);
    private final Set<String> answers = new ConcurrentSkipListSet<>();
    private final Set<String> words = new ConcurrentSkipListSet<>();

    Rounds(Part part, int rounds, long seed, boolean planted, Progress progress) {
        this.part = part;
        this.states = part.states();
        this.rounds = rounds;
        this.browsers = part.browsers();
        this.seed = seed;
        this.planted = planted;
        this.progress = progress;
        millis = new double[states.size()][rounds];
    }

    /** Runs all rounds. */
    Samples run() throws IOException, InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var together = new Phaser(browsers);
            var all = new ArrayList<Future<?>>();
            for (int i = 0; i < browsers; i++) {
                int browser = i;
                all.add(threads.submit(() -> browse(browser, together)));
            }
            for (Future<?> browser : all) {
                browser.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("a browser failed: " + e.getCause(), e);
        }
        return new Samples(states.toArray(String[]::new), millis);
    }

    /** Compares what is shown afterwards, page by page, so many times for each state; nothing is timed. */
    void compareWords(int times) throws IOException, InterruptedException {
        var random = new SplittableRandom(seed);
        try (var visitor = part.visitor()) {
            for (int i = 0; i < times * states.size(); i++) {
                visitor.begin();
                String result = visitor.goThere(states.get(i % states.size()), random);
                answers.add(Browser.plain(visitor.comeBack(result)));
                words.add(visitor.shown());
            }
        }
    }

    /** Every different answer that came; one is right. */
    List<String> answers() {
        return List.copyOf(answers);
    }

    /** Every different set of pages that was shown then; one is right. */
    List<String> words() {
        return List.copyOf(words);
    }

    /** The lines in which they differ, for a report; empty: they do not. */
    static List<String> differences(List<String> pages) {
        var shared = new HashSet<>(pages.getFirst().lines().toList());
        pages.forEach(page -> shared.retainAll(page.lines().toList()));
        return pages.stream()
                .flatMap(String::lines)
                .filter(line -> !shared.contains(line))
                .distinct()
                .toList();
    }

    /** Leaves the phaser if anything fails, so that the others come to their end. */
    private Object browse(int number, Phaser together) throws IOException, InterruptedException {
        var random = new SplittableRandom(seed + number);
        try (var visitor = part.visitor()) {
            int round = number - WARM_UP * browsers;
            for (; round < rounds; round += browsers) {
                List<String> order = new ArrayList<>(states);
                Collections.shuffle(order, new Random(seed ^ round));
                List<String> results = goThere(visitor, order, random);
                int _ = together.arriveAndAwaitAdvance();
                Thread.sleep(SPREAD.multipliedBy(number).dividedBy(browsers));
                boolean cold = round < (COLD - WARM_UP) * browsers;
                for (int i = 0; i < order.size(); i++) {
                    double taken = cold ? comeBackCold(visitor, results.get(i)) : comeBack(visitor, results.get(i));
                    if (round >= 0) {
                        millis[states.indexOf(order.get(i))][round] = taken;
                    }
                }
                int _ = together.arriveAndAwaitAdvance();
                if (number == 0 && Math.floorMod(round / browsers, 10) == 0) {
                    progress.say(part.word() + ": " + Math.max(0, round) + " of " + rounds + " pairs");
                }
            }
            return visitor;
        } finally {
            int _ = together.arriveAndDeregister();
        }
    }

    /** Some browsers at a time: all at once would only wait for each other. */
    private List<String> goThere(Visitor visitor, List<String> order, SplittableRandom random)
            throws IOException, InterruptedException {
        some.acquire();
        try {
            visitor.begin();
            var results = new ArrayList<String>();
            for (String state : order) {
                String result = visitor.goThere(state, random);
                if (planted && state.equals(part.leaking())) {
                    PlantedLeak.mark(result);
                }
                results.add(result);
            }
            return results;
        } finally {
            some.release();
        }
    }

    private double comeBackCold(Visitor visitor, String result) throws IOException, InterruptedException {
        some.acquire();
        try {
            return comeBack(visitor, result);
        } finally {
            some.release();
        }
    }

    /** How long the answer takes (ms). */
    private double comeBack(Visitor visitor, String result) throws IOException, InterruptedException {
        long began = System.nanoTime();
        HttpResponse<String> answer = visitor.comeBack(result);
        double taken = (System.nanoTime() - began) / 1e6;
        answers.add(Browser.plain(answer));
        return taken;
    }
}
