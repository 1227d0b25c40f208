package sekisho.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.List;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import sekisho.protocol.AccountKey;
import sekisho.protocol.AccountKind;
import sekisho.protocol.Answer;
import sekisho.protocol.BookId;
import sekisho.protocol.ClientId;
import sekisho.protocol.Command;
import sekisho.protocol.Currency;
import sekisho.protocol.EntryKind;
import sekisho.protocol.Event;
import sekisho.protocol.LedgerCommand;
import sekisho.protocol.Line;
import sekisho.protocol.Money;
import sekisho.protocol.OperationId;
import sekisho.protocol.Request;
import sekisho.protocol.RequestId;
import sekisho.protocol.Side;
import sekisho.protocol.StreamEntry;
import sekisho.protocol.TransferCommand;
import sekisho.protocol.TransferOutcome;
import sekisho.protocol.WalletId;

final class FrameEncoderTest {
    private static final ClientId CLIENT = new ClientId(1);
    private static final RequestId ID = RequestId.of(1_700_000_000_000L, 1, 2);
    private static final Command<?> SEND =
            new TransferCommand.Send(new WalletId(1), new WalletId(2), Money.yen(3), false, 4);

    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(16);

    @Test
    void noRequestIsLongerThanItsBound() {
        var account = AccountKey.house(BookId.FIRST, AccountKind.OPENING, Currency.JPY);
        var lines = Collections.nCopies(LedgerCommand.MAX_LINES, new Line(account, Side.DEBIT, 1));
        var encoder = new FrameEncoder().begin(buffer, 0, 1, BookId.FIRST, CLIENT);
        int before = encoder.length();
        encoder.add(ID, new LedgerCommand.Book(lines, false, OperationId.NONE), true, true, 5);
        assertThat(encoder.length() - before).isEqualTo(FrameEncoder.MAX_REQUEST_LENGTH);
        assertThat(new FrameEncoder()
                        .beginStream(buffer, 0, 1, BookId.FIRST, CLIENT, new StreamEntry(1, 1, 0))
                        .length())
                .isEqualTo(FrameEncoder.MAX_HEADER_LENGTH);
        var samples = new Samples(3);
        for (int i = 0; i < 5_000; i++) {
            encoder.begin(buffer, 0, 1, BookId.FIRST, CLIENT).add(ID, samples.command(), true, false, 5);
            assertThat(encoder.length() - before).isLessThanOrEqualTo(FrameEncoder.MAX_REQUEST_LENGTH);
        }
    }

    @Test
    void aFrameHolds1024Requests() {
        var encoder = new FrameEncoder().begin(buffer, 0, 1, BookId.FIRST, CLIENT);
        for (int i = 0; i < FrameEncoder.MAX_REQUESTS; i++) {
            encoder.add(ID, SEND, false, false, 0);
        }
        assertThatThrownBy(() -> encoder.add(ID, SEND, false, false, 0)).isInstanceOf(IllegalStateException.class);
        assertThat(new FrameDecoder().wrap(buffer, 0, encoder.length()).count()).isEqualTo(1024);
    }

    @Test
    void anEmptyFrameIsNone() {
        var encoder = new FrameEncoder().begin(buffer, 0, 1, BookId.FIRST, CLIENT);
        assertThatThrownBy(() -> new FrameDecoder().wrap(buffer, 0, encoder.length()))
                .isInstanceOf(MalformedFrame.class);
    }

    @Test
    void idsAndStreamEntriesDoNotMix() {
        var encoder = new FrameEncoder();
        assertThatThrownBy(() -> encoder.add(ID, SEND, false, false, 0)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> encoder.addNext(SEND, 0)).isInstanceOf(IllegalStateException.class);
        encoder.begin(buffer, 0, 1, BookId.FIRST, CLIENT);
        assertThatThrownBy(() -> encoder.addNext(SEND, 0)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(encoder::next).isInstanceOf(IllegalStateException.class);
        encoder.beginStream(buffer, 0, 1, BookId.FIRST, CLIENT, new StreamEntry(1, 1, 0));
        assertThatThrownBy(() -> encoder.add(ID, SEND, false, false, 0)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aRequestThatDoesNotFitLeavesTheFrameAsItWas() {
        var fixed = new UnsafeBuffer(new byte[28 + 55 + 54]);
        var encoder = new FrameEncoder().begin(fixed, 0, 1, BookId.FIRST, CLIENT);
        encoder.add(ID, SEND, false, false, 0);
        assertThatThrownBy(() -> encoder.add(ID, SEND, false, false, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(encoder.count()).isEqualTo(1);
        assertThat(new FrameDecoder().wrap(fixed, 0, encoder.length()).requests())
                .extracting(Request::command)
                .isEqualTo(List.of(SEND));
    }

    @Test
    void nothingIsAllocatedForATransferOrItsOutcome() {
        var fixed = new UnsafeBuffer(new byte[1 << 16]);
        var frames = new FrameEncoder();
        var outcomes = new OutcomeEncoder();
        var answers = new AnswersCodec();
        var answer = new Answer(new TransferOutcome.Sent(Money.yen(3), 4), false);
        var request = Request.of(BookId.FIRST, CLIENT, ID, 1, SEND);
        var account = AccountKey.wallet(BookId.FIRST, new WalletId(1), Currency.JPY);
        var entry = new Event.Entry(account, 1, EntryKind.POSTED, Side.DEBIT, 3, 4);
        Runnable round = () -> {
            frames.begin(fixed, 0, 1, BookId.FIRST, CLIENT);
            outcomes.begin(fixed, 1 << 15, 1, 2);
            answers.begin(fixed, 1 << 14, 1, 2, 3);
            for (int i = 0; i < 100; i++) {
                frames.add(ID, SEND, false, false, 0);
                outcomes.event(entry);
                outcomes.event(entry);
                outcomes.answered(request, answer);
                answers.add(answer);
            }
            answers.end();
        };
        for (int i = 0; i < 50; i++) {
            round.run();
        }
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 100; i++) {
            round.run();
        }
        assertThat(threads.getCurrentThreadAllocatedBytes() - before)
                .as("bytes for 10,000 transfers")
                .isLessThan(10_000);
    }
}
