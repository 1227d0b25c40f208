package sekisho.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.agrona.ExpandableArrayBuffer;
import org.junit.jupiter.api.Test;
import sekisho.protocol.AccountKey;
import sekisho.protocol.Answer;
import sekisho.protocol.BookId;
import sekisho.protocol.ClientId;
import sekisho.protocol.Currency;
import sekisho.protocol.EntryKind;
import sekisho.protocol.Event;
import sekisho.protocol.Money;
import sekisho.protocol.Request;
import sekisho.protocol.RequestId;
import sekisho.protocol.Side;
import sekisho.protocol.StreamEntry;
import sekisho.protocol.TransferCommand;
import sekisho.protocol.TransferOutcome;
import sekisho.protocol.WalletId;

/** The disk bounds the engine's throughput, so the bytes of the commonest messages are fixed here, one by one. */
final class HotMessageSizeTest {
    private static final BookId BOOK = BookId.FIRST;
    private static final ClientId CLIENT = new ClientId(1);
    private static final RequestId ID = RequestId.of(1_700_000_000_000L, 1, 2);
    private static final TransferCommand.Send SEND =
            new TransferCommand.Send(new WalletId(1), new WalletId(2), Money.yen(3), false, 4);

    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();

    @Test
    void aTransferTakes55BytesOfItsFrame() {
        var encoder = new FrameEncoder().begin(buffer, 0, 1, BOOK, CLIENT);
        assertThat(encoder.length()).isEqualTo(28);
        encoder.add(ID, SEND, false, false, 0);
        assertThat(encoder.length()).isEqualTo(28 + 55);
        encoder.add(ID, SEND, false, false, 0);
        assertThat(encoder.length()).isEqualTo(28 + 2 * 55);
    }

    @Test
    void termsTake18BytesMore() {
        var encoder = new FrameEncoder().begin(buffer, 0, 1, BOOK, CLIENT);
        encoder.add(ID, SEND, true, false, 0);
        assertThat(encoder.length()).isEqualTo(28 + 55 + 18);
    }

    @Test
    void aTransferTakes39BytesOfItsStreamFrame() {
        var encoder = new FrameEncoder().beginStream(buffer, 0, 1, BOOK, CLIENT, new StreamEntry(1, 1, 0));
        assertThat(encoder.length()).isEqualTo(52);
        encoder.addNext(SEND, 0);
        assertThat(encoder.length()).isEqualTo(52 + 39);
    }

    @Test
    void anAnsweredTransferTakes140BytesOfItsOutcomeRecord() {
        var encoder = new OutcomeEncoder().begin(buffer, 0, 1, 2);
        assertThat(encoder.length()).isEqualTo(34).isEqualTo(OutcomeEncoder.HEADER_LENGTH);
        for (int i = 1; i <= 3; i++) {
            encoder.event(entry(Side.DEBIT));
            encoder.event(entry(Side.CREDIT));
            encoder.answered(Request.of(BOOK, CLIENT, ID, 1, SEND), sent());
            assertThat(encoder.length()).isEqualTo(34 + i * 140);
        }
    }

    @Test
    void anAnswerTakes22BytesOnItsWayBack() {
        var codec = new AnswersCodec();
        assertThat(codec.encode(new Answers(1, 2, 3, Collections.nCopies(1, sent())), buffer, 0))
                .isEqualTo(36 + 22);
        assertThat(codec.encode(new Answers(1, 2, 3, Collections.nCopies(1024, sent())), buffer, 0))
                .isEqualTo(36 + 1024 * 22)
                .isEqualTo(AnswersCodec.MAX_LENGTH);
    }

    private static Event entry(Side side) {
        return new Event.Entry(AccountKey.wallet(BOOK, new WalletId(1), Currency.JPY), 1, EntryKind.POSTED, side, 3, 4);
    }

    private static Answer sent() {
        return new Answer(new TransferOutcome.Sent(Money.yen(3), 4), false);
    }
}
