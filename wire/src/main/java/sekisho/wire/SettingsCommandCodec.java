package sekisho.wire;

import sekisho.protocol.Currency;
import sekisho.protocol.Operation;
import sekisho.protocol.SettingsCommand;
import sekisho.protocol.TierId;
import sekisho.wire.sbe.SettingsConfirmTimeDecoder;
import sekisho.wire.sbe.SettingsConfirmTimeEncoder;
import sekisho.wire.sbe.SettingsDefineCurrencyDecoder;
import sekisho.wire.sbe.SettingsDefineCurrencyEncoder;
import sekisho.wire.sbe.SettingsSetBalanceCapDecoder;
import sekisho.wire.sbe.SettingsSetBalanceCapEncoder;
import sekisho.wire.sbe.SettingsSetJournalCapacityDecoder;
import sekisho.wire.sbe.SettingsSetJournalCapacityEncoder;
import sekisho.wire.sbe.SettingsSetLimitDecoder;
import sekisho.wire.sbe.SettingsSetLimitEncoder;
import sekisho.wire.sbe.SettingsStartDayDecoder;
import sekisho.wire.sbe.SettingsStartDayEncoder;
import sekisho.wire.sbe.SettingsSwitchBehaviourDecoder;
import sekisho.wire.sbe.SettingsSwitchBehaviourEncoder;

/** {@link SettingsCommand} and its bytes: templates 1100 to 1199. */
final class SettingsCommandCodec {
    private final SettingsDefineCurrencyEncoder defineCurrencyEncoder = new SettingsDefineCurrencyEncoder();
    private final SettingsDefineCurrencyDecoder defineCurrencyDecoder = new SettingsDefineCurrencyDecoder();
    private final SettingsSetLimitEncoder setLimitEncoder = new SettingsSetLimitEncoder();
    private final SettingsSetLimitDecoder setLimitDecoder = new SettingsSetLimitDecoder();
    private final SettingsSetBalanceCapEncoder setBalanceCapEncoder = new SettingsSetBalanceCapEncoder();
    private final SettingsSetBalanceCapDecoder setBalanceCapDecoder = new SettingsSetBalanceCapDecoder();
    private final SettingsStartDayEncoder startDayEncoder = new SettingsStartDayEncoder();
    private final SettingsStartDayDecoder startDayDecoder = new SettingsStartDayDecoder();
    private final SettingsConfirmTimeEncoder confirmTimeEncoder = new SettingsConfirmTimeEncoder();
    private final SettingsConfirmTimeDecoder confirmTimeDecoder = new SettingsConfirmTimeDecoder();
    private final SettingsSwitchBehaviourEncoder switchBehaviourEncoder = new SettingsSwitchBehaviourEncoder();
    private final SettingsSwitchBehaviourDecoder switchBehaviourDecoder = new SettingsSwitchBehaviourDecoder();
    private final SettingsSetJournalCapacityEncoder setJournalCapacityEncoder = new SettingsSetJournalCapacityEncoder();
    private final SettingsSetJournalCapacityDecoder setJournalCapacityDecoder = new SettingsSetJournalCapacityDecoder();

    int encode(SettingsCommand command, Destination to) {
        return switch (command) {
            case SettingsCommand.DefineCurrency c -> {
                var e = to.begin(defineCurrencyEncoder);
                e.currency(c.currency().packed())
                        .exponent(Fields.uint8(c.exponent()))
                        .test(Fields.flag(c.test()));
                yield to.end(e);
            }
            case SettingsCommand.SetLimit c -> {
                var e = to.begin(setLimitEncoder);
                e.tier(Fields.uint8(c.tier().value()))
                        .currency(c.currency().packed())
                        .operation(Fields.uint8(c.operation().code()));
                Fields.put(e.bounds(), c.limit());
                yield to.end(e);
            }
            case SettingsCommand.SetBalanceCap c -> {
                var e = to.begin(setBalanceCapEncoder);
                e.tier(Fields.uint8(c.tier().value()))
                        .currency(c.currency().packed())
                        .balanceCap(c.cap());
                yield to.end(e);
            }
            case SettingsCommand.StartDay c -> {
                var e = to.begin(startDayEncoder);
                e.day(c.day());
                yield to.end(e);
            }
            case SettingsCommand.ConfirmTime c -> {
                var e = to.begin(confirmTimeEncoder);
                e.millis(c.millis());
                yield to.end(e);
            }
            case SettingsCommand.SwitchBehaviour c -> {
                var e = to.begin(switchBehaviourEncoder);
                e.version(c.version());
                yield to.end(e);
            }
            case SettingsCommand.SetJournalCapacity c -> {
                var e = to.begin(setJournalCapacityEncoder);
                e.answers(c.answers());
                yield to.end(e);
            }
        };
    }

    SettingsCommand decode(Message from) {
        return switch (from.template()) {
            case SettingsDefineCurrencyDecoder.TEMPLATE_ID -> {
                var d = from.body(defineCurrencyDecoder);
                yield new SettingsCommand.DefineCurrency(
                        Currency.ofPacked(d.currency()), d.exponent(), Fields.flag(d.test()));
            }
            case SettingsSetLimitDecoder.TEMPLATE_ID -> {
                var d = from.body(setLimitDecoder);
                yield new SettingsCommand.SetLimit(
                        new TierId(d.tier()),
                        Currency.ofPacked(d.currency()),
                        Operation.of(d.operation()),
                        Fields.limit(d.bounds()));
            }
            case SettingsSetBalanceCapDecoder.TEMPLATE_ID -> {
                var d = from.body(setBalanceCapDecoder);
                yield new SettingsCommand.SetBalanceCap(
                        new TierId(d.tier()), Currency.ofPacked(d.currency()), d.balanceCap());
            }
            case SettingsStartDayDecoder.TEMPLATE_ID -> {
                var d = from.body(startDayDecoder);
                yield new SettingsCommand.StartDay(d.day());
            }
            case SettingsConfirmTimeDecoder.TEMPLATE_ID -> {
                var d = from.body(confirmTimeDecoder);
                yield new SettingsCommand.ConfirmTime(d.millis());
            }
            case SettingsSwitchBehaviourDecoder.TEMPLATE_ID -> {
                var d = from.body(switchBehaviourDecoder);
                yield new SettingsCommand.SwitchBehaviour(d.version());
            }
            case SettingsSetJournalCapacityDecoder.TEMPLATE_ID -> {
                var d = from.body(setJournalCapacityDecoder);
                yield new SettingsCommand.SetJournalCapacity(d.answers());
            }
            default -> throw from.unknownTemplate();
        };
    }
}
