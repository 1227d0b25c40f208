package sekisho.fuzz;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongConsumer;
import tools.jackson.databind.JsonNode;

/**
 * Asks for everything that the API's document offers, rightly and wrongly, and holds the answers to the document. Half of
 * the time it asks for what has not been seen yet. Owner: one thread.
 */
public final class ApiFuzzer {
    private static final int SCENE_EVERY = 400;
    private static final int SCENES = 6;
    private static final int CHECK_EVERY = 2_000;
    private static final int TRIES = 20;

    private final FuzzSettings settings;
    private final Books books;
    private final ApiDocument document;
    private final Judge judge;
    private final SplittableRandom random;
    private final Values values;
    private final Attempts attempts;
    private final Operator operator;
    private final Coverage coverage;
    private final Deque<Scene> scenes = new ArrayDeque<>();
    private final List<String> findings = new ArrayList<>();
    private String littleToken = "";
    private String asked = "";
    private long requests;
    private long nextScene;
    private long nextCheck;

    private ApiFuzzer(FuzzSettings settings, ApiDocument document, Books books) {
        this.settings = settings;
        this.books = books;
        this.document = document;
        this.judge = new Judge(document);
        this.random = new SplittableRandom(settings.seed());
        this.values = new Values(document, random);
        this.attempts = new Attempts(document, random, values);
        this.operator = Operator.of(settings.base(), settings.client(), settings.secret(), settings.seed());
        this.coverage = new Coverage(document);
    }

    /** Who can look into the books of the engine behind the API. */
    public interface Books {
        /** What is wrong with them: a sentence; empty: nothing. */
        String fault();
    }

    /**
     * Fuzzes a server by its own document, {@code /v3/api-docs}.
     *
     * @param progress is told the number of requests
     * @throws IOException if the server does not answer as HTTP, or refuses what every scene needs
     */
    public static FuzzReport run(FuzzSettings settings, Books books, LongConsumer progress)
            throws IOException, InterruptedException {
        Response shown = new Api(settings.base())
                .send(new Api.Request("GET", "/v3/api-docs", null, java.util.Map.of(), null, null));
        return new ApiFuzzer(settings, ApiDocument.parse(shown.body()), books).run(progress);
    }

    private FuzzReport run(LongConsumer progress) throws IOException, InterruptedException {
        long began = System.nanoTime();
        long end = began + settings.duration().toNanos();
        while (System.nanoTime() < end && findings.size() < FuzzReport.MOST_FINDINGS) {
            if (requests >= nextScene) {
                newScene();
                nextScene = requests + SCENE_EVERY;
            }
            tryStep();
            progress.accept(requests);
            if (requests >= nextCheck) {
                checkBooks();
                nextCheck = requests + CHECK_EVERY;
            }
        }
        checkBooks();
        return new FuzzReport(
                settings.seed(),
                (System.nanoTime() - began) / 1e9,
                requests,
                coverage.counts(),
                List.copyOf(findings),
                coverage.unseen().stream().map(Coverage.Goal::toString).toList());
    }

    private void newScene() throws IOException, InterruptedException {
        Scene scene = Scenes.make(operator, document, scenes.peekLast());
        littleToken = operator.api().token(scene.of(Scene.HARMLESS), scene.of(Scene.SECRET));
        scenes.addLast(scene);
        if (scenes.size() > SCENES) {
            scenes.removeFirst();
        }
        scene.ids().forEach(values::remember);
    }

    private void checkBooks() {
        String fault = books.fault();
        if (!fault.isEmpty()) {
            findings.add("after " + requests + " requests: " + fault);
        }
    }

    /** No answer is a finding like others: it says to what. */
    private void tryStep() throws InterruptedException {
        try {
            step();
        } catch (IOException e) {
            findings.add("request " + requests + ": no answer (" + e + "): " + asked);
        }
    }

    private void step() throws IOException, InterruptedException {
        Coverage.Goal goal = goal();
        Operation operation = goal.operation();
        Aim aim = aim(goal);
        Api.Request request = attempts.make(operation, aim, scene(), tokens());
        Response response = ask(operation, aim, request);
        if (aim == Aim.REPEAT && response.accepted()) {
            repeat(operation, request, response);
        } else if (aim == Aim.SAME_KEY && response.accepted()) {
            contradict(operation, request);
        } else if (aim.expected() != 0 && aim != Aim.SAME_KEY && response.status() != aim.expected()) {
            // What stands before the unknown id in the path, a frozen wallet perhaps, may be refused first.
            boolean isRefusedBefore = aim == Aim.UNKNOWN_PATH && response.status() == 422;
            if (!isRefusedBefore) {
                find(aim + " should be " + aim.expected(), request, response);
            }
        }
    }

    private Response ask(Operation operation, Aim aim, Api.Request request) throws IOException, InterruptedException {
        requests++;
        asked = request.toString();
        Response response = operator.api().send(request);
        coverage.count(operation, response.status());
        judge.faults(operation, response).forEach(fault -> find(aim + ": " + fault, request, response));
        if (response.accepted() && aim != Aim.BAD_BODY) {
            learn(response.json());
        } else if (response.accepted() && !operation.takesLines()) {
            find("a bad body was accepted", request, response);
        }
        return response;
    }

    /** A repeat gets the same answer, and says so. */
    private void repeat(Operation operation, Api.Request request, Response first)
            throws IOException, InterruptedException {
        Response again = ask(operation, Aim.REPEAT, request);
        if (!again.body().equals(first.body()) || again.status() != first.status() || !again.hit()) {
            find("the repeat differs from " + first, request, again);
        }
    }

    /** Another request under the same key conflicts. */
    private void contradict(Operation operation, Api.Request first) throws IOException, InterruptedException {
        for (int i = 0; i < TRIES; i++) {
            Api.Request other = attempts.make(operation, Aim.SAME_KEY, scene(), tokens());
            if (!other.path().equals(first.path())
                    || !String.valueOf(other.body()).equals(first.body())) {
                var contradiction = new Api.Request(
                        other.method(), other.path(), other.token(), first.headers(), other.mediaType(), other.body());
                Response response = ask(operation, Aim.SAME_KEY, contradiction);
                // Their keys count for the client that is changed, and that may be another.
                boolean strict = !operation.path().startsWith("/v1/clients/");
                if (strict && response.status() != Aim.SAME_KEY.expected()) {
                    find("SAME_KEY should be 409", contradiction, response);
                }
                return;
            }
        }
    }

    private void find(String what, Api.Request request, Response response) {
        findings.add("request " + requests + ", " + what + ": " + request + " → " + response.status() + " "
                + (response.body().length() <= 600
                        ? response.body()
                        : response.body().substring(0, 600) + "…"));
    }

    /** Something unseen, or anything. */
    private Coverage.Goal goal() {
        List<Coverage.Goal> unseen = coverage.unseen();
        if (!unseen.isEmpty() && random.nextBoolean()) {
            return unseen.get(random.nextInt(unseen.size()));
        }
        List<Operation> operations = document.operations();
        return new Coverage.Goal(operations.get(random.nextInt(operations.size())), 0);
    }

    /** One that leads to the goal, if there is one; any that suits otherwise. */
    private Aim aim(Coverage.Goal goal) {
        var suiting = Arrays.stream(Aim.values())
                .filter(aim -> aim.suits(goal.operation()))
                .toList();
        var leading =
                suiting.stream().filter(aim -> aim.expected() == goal.status()).toList();
        if (goal.status() != 0 && !leading.isEmpty()) {
            return leading.get(random.nextInt(leading.size()));
        }
        if (goal.status() != 0 && goal.status() < 300) {
            return Aim.RIGHT;
        }
        int ticket = random.nextInt(suiting.stream().mapToInt(Aim::weight).sum());
        for (Aim aim : suiting) {
            ticket -= aim.weight();
            if (ticket < 0) {
                return aim;
            }
        }
        throw new AssertionError("the weights are their sum");
    }

    private Scene scene() {
        int chosen = random.nextInt(scenes.size());
        return scenes.stream().skip(chosen).findFirst().orElseThrow();
    }

    private Attempts.Tokens tokens() throws IOException, InterruptedException {
        String all = operator.token();
        return new Attempts.Tokens() {
            @Override
            public String all() {
                return all;
            }

            @Override
            public String little() {
                return littleToken;
            }
        };
    }

    private void learn(JsonNode node) {
        node.forEachEntry((_, value) -> {
            if (value.isString() && value.asString().matches("[0-9a-f]{16}|[0-9a-f]{32}|client-[0-9a-f]+")) {
                values.remember(value.asString());
            } else if (value.isObject()) {
                learn(value);
            }
        });
    }
}
