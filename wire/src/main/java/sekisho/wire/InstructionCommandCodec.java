package sekisho.wire;

import sekisho.protocol.InstructionCommand;
import sekisho.wire.sbe.InstructionClaimDecoder;
import sekisho.wire.sbe.InstructionClaimEncoder;
import sekisho.wire.sbe.InstructionDeclinedDecoder;
import sekisho.wire.sbe.InstructionDeclinedEncoder;
import sekisho.wire.sbe.InstructionInDoubtDecoder;
import sekisho.wire.sbe.InstructionInDoubtEncoder;
import sekisho.wire.sbe.InstructionSettledDecoder;
import sekisho.wire.sbe.InstructionSettledEncoder;

/** {@link InstructionCommand} and its bytes: templates 700 to 799. */
final class InstructionCommandCodec {
    private final InstructionClaimEncoder claimEncoder = new InstructionClaimEncoder();
    private final InstructionClaimDecoder claimDecoder = new InstructionClaimDecoder();
    private final InstructionSettledEncoder settledEncoder = new InstructionSettledEncoder();
    private final InstructionSettledDecoder settledDecoder = new InstructionSettledDecoder();
    private final InstructionDeclinedEncoder declinedEncoder = new InstructionDeclinedEncoder();
    private final InstructionDeclinedDecoder declinedDecoder = new InstructionDeclinedDecoder();
    private final InstructionInDoubtEncoder inDoubtEncoder = new InstructionInDoubtEncoder();
    private final InstructionInDoubtDecoder inDoubtDecoder = new InstructionInDoubtDecoder();

    int encode(InstructionCommand command, Destination to) {
        return switch (command) {
            case InstructionCommand.Claim c -> {
                var e = to.begin(claimEncoder);
                e.leaseMillis(c.leaseMillis());
                Fields.put(e.instruction(), c.instruction());
                yield to.end(e);
            }
            case InstructionCommand.Settled c -> {
                var e = to.begin(settledEncoder);
                e.reference(c.reference());
                Fields.put(e.instruction(), c.instruction());
                yield to.end(e);
            }
            case InstructionCommand.Declined c -> {
                var e = to.begin(declinedEncoder);
                e.reason(c.reason());
                Fields.put(e.instruction(), c.instruction());
                yield to.end(e);
            }
            case InstructionCommand.InDoubt c -> {
                var e = to.begin(inDoubtEncoder);
                Fields.put(e.instruction(), c.instruction());
                yield to.end(e);
            }
        };
    }

    InstructionCommand decode(Message from) {
        return switch (from.template()) {
            case InstructionClaimDecoder.TEMPLATE_ID -> {
                var d = from.body(claimDecoder);
                yield new InstructionCommand.Claim(Fields.operation(d.instruction()), d.leaseMillis());
            }
            case InstructionSettledDecoder.TEMPLATE_ID -> {
                var d = from.body(settledDecoder);
                yield new InstructionCommand.Settled(Fields.operation(d.instruction()), d.reference());
            }
            case InstructionDeclinedDecoder.TEMPLATE_ID -> {
                var d = from.body(declinedDecoder);
                yield new InstructionCommand.Declined(Fields.operation(d.instruction()), d.reason());
            }
            case InstructionInDoubtDecoder.TEMPLATE_ID -> {
                var d = from.body(inDoubtDecoder);
                yield new InstructionCommand.InDoubt(Fields.operation(d.instruction()));
            }
            default -> throw from.unknownTemplate();
        };
    }
}
