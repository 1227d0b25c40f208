package sekisho.server.api.bulk;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.Currency;
import sekisho.protocol.Money;
import sekisho.protocol.RequestId;
import sekisho.protocol.TransferCommand;
import sekisho.protocol.WalletId;
import sekisho.server.json.Forms;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads the most common line, a transfer, token by token: a hundred thousand a second leave no time for binding objects.
 * Whatever is not exactly what it expects it leaves to {@link OtherLine}, which knows what to say about it. Owner: one
 * thread.
 */
final class TransferLine {
    private static final int FROM = 1;
    private static final int TO = 2;
    private static final int AMOUNT = 4;
    private static final int CURRENCY = 8;
    private static final int UP_TO = 16;
    private static final int CODE = 32;
    private static final int REQUIRED = FROM | TO | AMOUNT;
    private static final int MOST_CODE = 0xFFFF;

    private final JsonFactory factory;
    private @Nullable RequestId id;
    private TransferCommand.@Nullable Send command;

    private @Nullable WalletId from;
    private @Nullable WalletId to;
    private @Nullable Currency currency;
    private long amount;
    private long code;
    private boolean upTo;

    TransferLine(JsonFactory factory) {
        this.factory = factory;
    }

    /** The id of the line that was read last. */
    RequestId id() {
        return Objects.requireNonNull(id);
    }

    /** The id of the line that was tried last, where it stood before what was not expected. */
    @Nullable
    RequestId idIfRead() {
        return id;
    }

    /** The transfer of the line that was read last. */
    TransferCommand.Send command() {
        return Objects.requireNonNull(command);
    }

    /** Reads a line; false: it is not a plain transfer. */
    boolean read(byte[] bytes, int start, int length) {
        id = null;
        command = null;
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), bytes, start, length)) {
            return parser.nextToken() == JsonToken.START_OBJECT && readLine(parser) && parser.nextToken() == null;
        } catch (JacksonException malformed) {
            return false;
        }
    }

    private boolean readLine(JsonParser parser) {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            boolean read = switch (name) {
                case "id" -> id == null && readId(parser);
                case "transfer" -> command == null && readTransfer(parser);
                default -> false;
            };
            if (!read) {
                return false;
            }
        }
        return parser.currentToken() == JsonToken.END_OBJECT && id != null && command != null;
    }

    private boolean readId(JsonParser parser) {
        id = parser.nextToken() == JsonToken.VALUE_STRING ? Forms.REQUEST.read().apply(parser.getString()) : null;
        return id != null;
    }

    private boolean readTransfer(JsonParser parser) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return false;
        }
        currency = Currency.JPY;
        upTo = false;
        code = 0;
        int seen = 0;
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            int field = readField(name, parser);
            if (field == 0 || (seen & field) != 0) {
                return false;
            }
            seen |= field;
        }
        if (parser.currentToken() != JsonToken.END_OBJECT
                || (seen & REQUIRED) != REQUIRED
                || from == null
                || to == null
                || currency == null) {
            return false;
        }
        command = new TransferCommand.Send(from, to, new Money(amount, currency), upTo, (int) code);
        return true;
    }

    /** The field's bit; 0: it is not known, or its value is not right. */
    private int readField(String name, JsonParser parser) {
        JsonToken token = parser.nextToken();
        return switch (name) {
            case "from" -> {
                from = token == JsonToken.VALUE_STRING ? Forms.WALLET.read().apply(parser.getString()) : null;
                yield from == null ? 0 : FROM;
            }
            case "to" -> {
                to = token == JsonToken.VALUE_STRING ? Forms.WALLET.read().apply(parser.getString()) : null;
                yield to == null ? 0 : TO;
            }
            case "amount" -> {
                amount = token == JsonToken.VALUE_NUMBER_INT ? parser.getLongValue() : 0;
                yield amount < 1 || amount > Money.MAX ? 0 : AMOUNT;
            }
            case "currency" -> {
                currency =
                        token == JsonToken.VALUE_STRING ? Forms.CURRENCY.read().apply(parser.getString()) : null;
                yield currency == null ? 0 : CURRENCY;
            }
            case "upTo" -> {
                upTo = token == JsonToken.VALUE_TRUE;
                yield upTo || token == JsonToken.VALUE_FALSE ? UP_TO : 0;
            }
            case "code" -> {
                code = token == JsonToken.VALUE_NUMBER_INT ? parser.getLongValue() : -1;
                yield code < 0 || code > MOST_CODE ? 0 : CODE;
            }
            default -> 0;
        };
    }
}
