package sekisho.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import sekisho.core.Core;
import sekisho.core.Image;
import sekisho.core.Restorer;
import sekisho.core.Sink;
import sekisho.core.explain.Explanation;
import sekisho.protocol.Answer;
import sekisho.protocol.Event;
import sekisho.protocol.Refused;
import sekisho.protocol.Repeated;
import sekisho.protocol.Request;
import sekisho.protocol.StateRecord;

/** Every decision of a random history is explained just before it falls, and the engine answers what the explanation says. */
final class ExplanationsTest {

    private final List<String> wrong = new ArrayList<>();
    private final Map<String, Integer> explained = new TreeMap<>();

    @Test
    void saysWhatTheEngineAnswers() {
        Simulation.run(new SimulationSettings(11, 3_000, 300, true), new Explaining(), Progress.NONE);
        assertThat(wrong).isEmpty();
        assertThat(explained.getOrDefault("accepted", 0)).isGreaterThan(1_500);
        assertThat(explained).as("%s", explained).hasSizeGreaterThan(40);
    }

    private void compare(Explanation explanation, Answer answer) {
        Refused expected = explanation.refusal();
        if (answer.repeated() || settledBefore(answer)) {
            return;
        }
        boolean agrees = expected == null
                ? !explanation.whole() || answer.outcome().accepted()
                : answer.outcome().equals(expected);
        if (!agrees && wrong.size() < 3) {
            wrong.add(explanation + " but " + answer);
        }
        if (expected != null || explanation.whole()) {
            explained.merge(expected == null ? "accepted" : expected.reason().name(), 1, Integer::sum);
        }
    }

    /** Where the request had come before, or its chain or stream was looked at and not it. */
    private static boolean settledBefore(Answer answer) {
        return answer.outcome() instanceof Repeated
                || (answer.outcome() instanceof Refused refused
                        && switch (refused.reason()) {
                            case REQUEST_CONFLICT,
                                    STREAM_GAP,
                                    STREAM_DIVERGED,
                                    CHAIN_MIXED,
                                    CHAIN_OPEN,
                                    CHAIN_TOO_LONG,
                                    CHAIN_BROKEN -> true;
                            default -> false;
                        });
    }

    /** Makes engines that are asked for an explanation whenever a request comes that begins no chain. */
    private final class Explaining implements Engine.Maker {

        @Override
        public Engine fresh(SimulationSettings settings) {
            return new Asked(new Core(settings.capacity()));
        }

        @Override
        public Engine restore(SimulationSettings settings, Iterable<StateRecord> records) {
            Restorer restorer = Core.restorer(settings.capacity());
            records.forEach(restorer::add);
            return new Asked(restorer.finish());
        }
    }

    private final class Asked implements Engine {

        private final Core core;

        Asked(Core core) {
            this.core = core;
        }

        @Override
        public void frame(List<Request> requests, long stamp, Listener listener) {
            core.frame(requests, stamp, new Sink() {
                private int at;
                private @Nullable Explanation next;

                @Override
                public void event(Event event) {
                    listener.event(event);
                }

                @Override
                public void answered(Request request, Answer answer) {
                    listener.answered(request, answer);
                    if (next != null) {
                        compare(next, answer);
                    }
                    at++;
                    boolean single = at < requests.size()
                            && !requests.get(at).linked()
                            && !requests.get(at - 1).linked();
                    next = single ? core.explain(requests.get(at)) : null;
                }

                @Override
                public void timePassed() {
                    listener.timePassed();
                }
            });
        }

        @Override
        public void tick(long stamp, Listener listener) {
            core.tick(stamp, new Sink() {
                @Override
                public void event(Event event) {
                    listener.event(event);
                }

                @Override
                public void answered(Request request, Answer answer) {
                    listener.answered(request, answer);
                }

                @Override
                public void timePassed() {
                    listener.timePassed();
                }
            });
        }

        @Override
        public long now() {
            return core.now();
        }

        @Override
        public Frozen freeze() {
            Image image = core.freeze();
            return new Frozen() {
                @Override
                public void export(Consumer<StateRecord> to) {
                    image.export(to);
                }

                @Override
                public void close() {
                    image.close();
                }
            };
        }
    }
}
