package sekisho.wire;

import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import sekisho.protocol.StateRecord;

/** {@link StateRecord} and its bytes, one message each. Reusable; belongs to one thread. */
public final class StateCodec {
    /** Most bytes of one record. */
    public static final int MAX_LENGTH = 512;

    private final Destination to = new Destination();
    private final Message message = new Message();
    private final SettingsRowCodec settings = new SettingsRowCodec();
    private final HolderRowCodec holders = new HolderRowCodec();
    private final BankRowCodec banks = new BankRowCodec();
    private final OperationRowCodec operations = new OperationRowCodec();
    private final AnswerRowCodec answers = new AnswerRowCodec();
    private final FlatCodec<StateRecord> flat = FlatCodec.rows();

    /** Writes a record, and says how many bytes it took. */
    public int encode(StateRecord row, MutableDirectBuffer buffer, int offset) {
        to.at(buffer, offset);
        return switch (row) {
            case StateRecord.Engine r -> settings.encode(r, to);
            case StateRecord.CurrencyRow r -> settings.encode(r, to);
            case StateRecord.LimitRow r -> settings.encode(r, to);
            case StateRecord.CapRow r -> settings.encode(r, to);
            case StateRecord.HolderRow r -> holders.encode(r, to);
            case StateRecord.AccountRow r -> holders.encode(r, to);
            case StateRecord.UsageRow r -> holders.encode(r, to);
            case StateRecord.UsageSlotRow r -> holders.encode(r, to);
            case StateRecord.BankRow r -> banks.encode(r, to);
            case StateRecord.LinkRow r -> banks.encode(r, to);
            case StateRecord.InstructionRow r -> banks.encode(r, to);
            case StateRecord.HoldRow r -> operations.encode(r, to);
            case StateRecord.PaymentRow r -> operations.encode(r, to);
            case StateRecord.DeadlineRow r -> operations.encode(r, to);
            case StateRecord.ReversalRow r -> operations.encode(r, to);
            case StateRecord.AnswerRow r -> answers.encode(r, to);
            case StateRecord.StreamRow r -> answers.encode(r, to);
            case StateRecord.FoundingRow r -> flat.encode(r, to);
            case StateRecord.StaffRow r -> flat.encode(r, to);
            case StateRecord.IssuerRow r -> flat.encode(r, to);
            case StateRecord.BankKeyRow r -> flat.encode(r, to);
            case StateRecord.RuleRow r -> flat.encode(r, to);
            case StateRecord.TierForRow r -> flat.encode(r, to);
            case StateRecord.FloorRow r -> flat.encode(r, to);
            case StateRecord.RungRow r -> flat.encode(r, to);
            case StateRecord.DescriptionRow r -> flat.encode(r, to);
            case StateRecord.StopRow r -> flat.encode(r, to);
            case StateRecord.ResaleRow r -> flat.encode(r, to);
            case StateRecord.PersonRow r -> flat.encode(r, to);
            case StateRecord.IdentityRow r -> flat.encode(r, to);
            case StateRecord.EvidenceRow r -> flat.encode(r, to);
            case StateRecord.AuthenticatorRow r -> flat.encode(r, to);
            case StateRecord.UsedRow r -> flat.encode(r, to);
            case StateRecord.BankAccountRow r -> flat.encode(r, to);
            case StateRecord.CheckedLinkRow r -> flat.encode(r, to);
            case StateRecord.ReviewRow r -> flat.encode(r, to);
            case StateRecord.WindowRow r -> flat.encode(r, to);
            case StateRecord.CheckedTopUpRow r -> flat.encode(r, to);
            case StateRecord.LotRow r -> flat.encode(r, to);
            case StateRecord.WeakUntilRow r -> flat.encode(r, to);
            case StateRecord.VisitRow r -> flat.encode(r, to);
            case StateRecord.LockRow r -> flat.encode(r, to);
        };
    }

    /**
     * Reads one record.
     *
     * @throws MalformedFrame if the bytes are not exactly that
     */
    public StateRecord decode(DirectBuffer buffer, int offset, int length) {
        Bounds.check(buffer, offset, length);
        message.wrap(buffer, offset, offset + length);
        StateRecord row;
        try {
            row = decode();
        } catch (IllegalArgumentException e) {
            throw message.refused(e);
        }
        if (message.end() != offset + length) {
            throw message.malformed("bytes are left over behind the record");
        }
        return row;
    }

    private StateRecord decode() {
        return switch (message.template() / 100) {
            case 30 -> settings.decode(message);
            case 31 -> holders.decode(message);
            case 32 -> banks.decode(message);
            case 33 -> operations.decode(message);
            case 34 -> answers.decode(message);
            case 35 -> flat.decode(message);
            default -> throw message.unknownTemplate();
        };
    }
}
