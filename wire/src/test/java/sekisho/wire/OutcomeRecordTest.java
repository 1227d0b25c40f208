package sekisho.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.agrona.ExpandableArrayBuffer;
import org.junit.jupiter.api.Test;
import sekisho.protocol.AccountKey;
import sekisho.protocol.Answer;
import sekisho.protocol.BankId;
import sekisho.protocol.BookId;
import sekisho.protocol.ClientId;
import sekisho.protocol.Currency;
import sekisho.protocol.EntryKind;
import sekisho.protocol.Event;
import sekisho.protocol.OperationId;
import sekisho.protocol.Outcome;
import sekisho.protocol.Request;
import sekisho.protocol.RequestId;
import sekisho.protocol.RequestKey;
import sekisho.protocol.Side;
import sekisho.protocol.WalletId;

/** Who is spoken of stays right, whoever follows whom in a step. */
final class OutcomeRecordTest {
    private static final long SEED = 8;
    private static final RequestId ID = RequestId.of(1, 2, 3);

    private final Samples samples = new Samples(SEED);
    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();

    @Test
    void anyOrderOfBooksAndClientsIsKept() {
        for (int round = 0; round < 5_000; round++) {
            var encoder = new OutcomeEncoder().begin(buffer, 3, round, 9);
            List<Shown.Call> expected = new ArrayList<>(List.of(new Shown.Step(round, 9)));
            for (int i = samples.random().nextInt(8); i >= 0; i--) {
                switch (samples.random().nextInt(4)) {
                    case 0 -> {
                        encoder.timePassed();
                        expected.add(new Shown.TimePassed());
                    }
                    case 1 -> {
                        BookId book = someBook();
                        var client = new ClientId(1 + samples.random().nextInt(2));
                        var answer = new Answer((Outcome) samples.any(Types.outcomes()), samples.coin());
                        encoder.answered(Request.of(book, client, ID, 1, samples.command()), answer);
                        expected.add(new Shown.Answered(book, client, ID, answer));
                    }
                    case 2 -> {
                        var event = new Event.EnquiryDue(new OperationId(1, 2), new BankId(3), 4);
                        encoder.event(event);
                        expected.add(new Shown.Happened(event));
                    }
                    default -> {
                        var account = AccountKey.wallet(someBook(), new WalletId(5), Currency.JPY);
                        var event = new Event.Entry(account, 1, EntryKind.HELD, Side.CREDIT, 2, -3);
                        encoder.event(event);
                        expected.add(new Shown.Happened(event));
                    }
                }
            }
            var shown = new Shown();
            new OutcomeDecoder().read(buffer, 3, encoder.length(), shown);
            assertThat(shown.calls).as("seed %d, round %d", SEED, round).isEqualTo(expected);
        }
    }

    @Test
    void aDryRunIsToldFromWhatWasDone() {
        var encoder = new OutcomeEncoder().begin(buffer, 0, 1, 2);
        var answer = new Answer((Outcome) samples.any(Types.outcomes()), false);
        var client = new ClientId(7);
        for (boolean dry : new boolean[] {false, true, false}) {
            if (dry) {
                encoder.tried();
            }
            encoder.answered(new Request(BookId.FIRST, client, ID, 1, false, dry, 0, samples.command()), answer);
        }
        var shown = new Shown();
        new OutcomeDecoder().read(buffer, 0, encoder.length(), shown);
        var answered = new Shown.Answered(BookId.FIRST, client, ID, answer);
        assertThat(shown.calls).containsExactly(new Shown.Step(1, 2), answered, new Shown.Tried(), answered, answered);
    }

    @Test
    void countsWhatWasClosed() {
        var encoder = new OutcomeEncoder().begin(buffer, 0, 1, 2);
        assertThat(encoder.count()).isZero();
        encoder.timePassed();
        encoder.answered(
                Request.of(BookId.FIRST, new ClientId(1), ID, 1, samples.command()),
                new Answer((Outcome) samples.any(Types.outcomes()), false));
        assertThat(encoder.count()).isEqualTo(2);
        assertThat(encoder.begin(buffer, 0, 1, 2).count()).isZero();
    }

    @Test
    void whatTheVisitorThrowsPassesThrough() {
        var encoder = new OutcomeEncoder().begin(buffer, 0, 1, 2);
        encoder.timePassed();
        var thrown = new IllegalArgumentException("the visitor's own");
        var visitor = new OutcomeVisitor() {
            @Override
            public void step(long position, long stamp) {}

            @Override
            public void event(Event event) {}

            @Override
            public void answered(BookId book, ClientId client, RequestKey key, Answer answer) {}

            @Override
            public void timePassed() {
                throw thrown;
            }
        };
        assertThatThrownBy(() -> new OutcomeDecoder().read(buffer, 0, encoder.length(), visitor))
                .isSameAs(thrown);
    }

    private BookId someBook() {
        return new BookId(1 + samples.random().nextInt(2));
    }
}
