package sekisho.wire;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.agrona.MutableDirectBuffer;
import sekisho.protocol.CheckpointCommand;
import sekisho.protocol.Command;
import sekisho.protocol.Event;
import sekisho.protocol.Flat;
import sekisho.protocol.IdentityCommand;
import sekisho.protocol.StateRecord;
import sekisho.protocol.TrustCommand;
import sekisho.wire.sbe.MessageHeaderDecoder;
import sekisho.wire.sbe.MessageHeaderEncoder;

/**
 * What is rare, and its bytes: a header, and a block of 64-bit words. Templates are for life; a record grows at its end.
 * Here stands which template is which record.
 */
final class FlatCodec<T> {
    private record Entry(int template, Flat<?> flat) {}

    private final List<Entry> entries = new ArrayList<>();
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();

    private FlatCodec() {}

    static FlatCodec<Command<?>> commands() {
        return new FlatCodec<Command<?>>()
                .with(1201, TrustCommand.Found.class)
                .with(1202, TrustCommand.EnrolStaff.class)
                .with(1203, TrustCommand.RemoveStaff.class)
                .with(1204, TrustCommand.TrustIssuer.class)
                .with(1205, TrustCommand.DistrustIssuer.class)
                .with(1206, TrustCommand.TrustBankKey.class)
                .with(1207, TrustCommand.DistrustBankKey.class)
                .with(1208, TrustCommand.SetRule.class)
                .with(1209, TrustCommand.SetTierFor.class)
                .with(1210, TrustCommand.SetFloor.class)
                .with(1211, TrustCommand.SetRung.class)
                .with(1212, TrustCommand.Describe.class)
                .with(1213, TrustCommand.StopMethod.class)
                .with(1214, TrustCommand.OpenMethod.class)
                .with(1215, TrustCommand.MarkMerchant.class)
                .with(1301, IdentityCommand.Present.class)
                .with(1302, IdentityCommand.AddAuthenticator.class)
                .with(1303, IdentityCommand.RemoveAuthenticator.class)
                .with(1401, CheckpointCommand.Ask.class)
                .with(1402, CheckpointCommand.Depart.class)
                .with(1403, CheckpointCommand.Report.class)
                .with(1404, CheckpointCommand.Again.class)
                .with(1405, CheckpointCommand.Suspend.class)
                .with(1406, CheckpointCommand.Knock.class)
                .with(1407, CheckpointCommand.Prove.class)
                .with(1408, CheckpointCommand.LockAccount.class)
                .with(1409, CheckpointCommand.LiftLock.class)
                .with(1410, CheckpointCommand.RejectClaim.class);
    }

    static FlatCodec<Event> events() {
        return new FlatCodec<Event>()
                .with(2201, Event.TrustChanged.class)
                .with(2202, Event.EvidenceAccepted.class)
                .with(2203, Event.AssuranceChanged.class)
                .with(2204, Event.AuthenticatorChanged.class)
                .with(2205, Event.LinkMoved.class)
                .with(2206, Event.TryFailed.class)
                .with(2207, Event.DoorFailed.class)
                .with(2208, Event.LockMoved.class);
    }

    static FlatCodec<StateRecord> rows() {
        return new FlatCodec<StateRecord>()
                .with(3501, StateRecord.FoundingRow.class)
                .with(3502, StateRecord.StaffRow.class)
                .with(3503, StateRecord.IssuerRow.class)
                .with(3504, StateRecord.BankKeyRow.class)
                .with(3505, StateRecord.RuleRow.class)
                .with(3506, StateRecord.TierForRow.class)
                .with(3507, StateRecord.FloorRow.class)
                .with(3508, StateRecord.RungRow.class)
                .with(3509, StateRecord.DescriptionRow.class)
                .with(3510, StateRecord.StopRow.class)
                .with(3511, StateRecord.ResaleRow.class)
                .with(3512, StateRecord.PersonRow.class)
                .with(3513, StateRecord.IdentityRow.class)
                .with(3514, StateRecord.EvidenceRow.class)
                .with(3515, StateRecord.AuthenticatorRow.class)
                .with(3516, StateRecord.UsedRow.class)
                .with(3517, StateRecord.BankAccountRow.class)
                .with(3518, StateRecord.CheckedLinkRow.class)
                .with(3519, StateRecord.ReviewRow.class)
                .with(3520, StateRecord.WindowRow.class)
                .with(3521, StateRecord.CheckedTopUpRow.class)
                .with(3522, StateRecord.LotRow.class)
                .with(3523, StateRecord.WeakUntilRow.class)
                .with(3524, StateRecord.VisitRow.class)
                .with(3525, StateRecord.LockRow.class);
    }

    private FlatCodec<T> with(int template, Class<? extends Record> type) {
        entries.add(new Entry(template, Flat.of(type)));
        return this;
    }

    int encode(T value, Destination to) {
        Entry entry = entryOf(value.getClass());
        long[] words = entry.flat().row((Record) value);
        MutableDirectBuffer buffer = to.buffer();
        int at = to.position();
        header.wrap(buffer, at)
                .blockLength(words.length * Long.BYTES)
                .templateId(entry.template())
                .schemaId(MessageHeaderDecoder.SCHEMA_ID)
                .version(MessageHeaderDecoder.SCHEMA_VERSION);
        at += MessageHeaderEncoder.ENCODED_LENGTH;
        for (long word : words) {
            buffer.putLong(at, word, ByteOrder.LITTLE_ENDIAN);
            at += Long.BYTES;
        }
        int length = at - to.position();
        to.skip(length);
        return length;
    }

    @SuppressWarnings("unchecked") // every type of a codec is a T
    T decode(Message from) {
        for (Entry entry : entries) {
            if (entry.template() == from.template()) {
                return (T) entry.flat().record(from.words(entry.flat().words()));
            }
        }
        throw from.unknownTemplate();
    }

    private Entry entryOf(Class<?> type) {
        for (Entry entry : entries) {
            if (entry.flat().type() == type) {
                return entry;
            }
        }
        throw new IllegalStateException("a record has no template");
    }
}
