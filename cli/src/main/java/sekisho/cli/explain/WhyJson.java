package sekisho.cli.explain;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import sekisho.core.explain.Reason;
import sekisho.protocol.Currency;
import sekisho.protocol.Digest;
import sekisho.protocol.OperationId;
import sekisho.protocol.Outcome;
import sekisho.protocol.Refused;
import sekisho.protocol.Request;
import sekisho.protocol.RequestId;
import sekisho.protocol.RequestKey;
import sekisho.protocol.StreamEntry;
import sekisho.protocol.Token;

/**
 * An explanation as JSON values. Records are objects with their components' names, those of one component are its value; what is
 * absent is left out. Amounts are minor units, times milliseconds since 1970, ids and tokens hexadecimal.
 */
public final class WhyJson {

    private WhyJson() {}

    /** All there is to say. */
    public static Map<String, Object> of(Why why) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("request", request(why));
        json.put("command", command(why.explanation().request()));
        json.put("answer", answer(why.decision().answer().outcome()));
        json.put("now", why.explanation().now());
        json.put("day", why.explanation().day());
        json.put(
                "reasons",
                why.explanation().reasons().stream().map(WhyJson::reason).toList());
        json.put("agreement", why.agreement().name());
        return json;
    }

    private static Map<String, Object> request(Why why) {
        Request request = why.explanation().request();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", key(request.key()));
        json.put(
                "operation", hex(request.operation().high(), request.operation().low()));
        json.put("client", request.client().value());
        json.put("book", request.book().value());
        json.put("position", why.decision().position());
        json.put("place", why.decision().place());
        json.put("linked", request.linked());
        json.put("dryRun", request.dryRun());
        json.put("effectiveAt", request.effectiveAt());
        return json;
    }

    static Object key(RequestKey key) {
        return switch (key) {
            case RequestId id -> new UUID(id.high(), id.low()).toString();
            case StreamEntry entry -> {
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("stream", entry.stream());
                json.put("sequence", entry.sequence());
                yield json;
            }
        };
    }

    private static Map<String, Object> command(Request request) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", name(request.command().getClass()));
        json.putAll(fields((Record) request.command()));
        return json;
    }

    /** A command's name: its family's and its own. */
    static String name(Class<?> type) {
        Class<?> family = type.getEnclosingClass();
        return family == null
                ? type.getSimpleName()
                : family.getSimpleName().replace("Command", "") + "." + type.getSimpleName();
    }

    private static Map<String, Object> answer(Outcome outcome) {
        Map<String, Object> json = new LinkedHashMap<>();
        Refused refusal = Why.refusal(outcome);
        json.put("accepted", refusal == null);
        json.put("kind", outcome.kind().name());
        if (refusal == null) {
            json.putAll(fields((Record) outcome));
        } else {
            json.put("refusal", refusal.reason().name());
            json.put("code", refusal.reason().code());
            json.put("sentence", refusal.reason().sentence());
            if (!refusal.reason().boundMeaning().isEmpty()) {
                json.put("bound", refusal.bound());
                json.put("boundMeaning", refusal.reason().boundMeaning());
            }
        }
        return json;
    }

    private static Map<String, Object> reason(Reason reason) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("guard", reason.getClass().getSimpleName());
        json.putAll(fields((Record) reason));
        return json;
    }

    private static Map<String, Object> fields(Record record) {
        Map<String, Object> json = new LinkedHashMap<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = plain(get(record, component));
            if (value != null) {
                json.put(component.getName(), value);
            }
        }
        return json;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Token token -> hex(token.high(), token.low());
            case OperationId id -> hex(id.high(), id.low());
            case Digest digest -> HexFormat.of().formatHex(digest.bytes());
            case Currency currency -> currency.letters();
            case RequestKey key -> key(key);
            case Enum<?> constant -> constant.name();
            case List<?> list -> plain(list);
            case Record record
            when record.getClass().getRecordComponents().length == 1 ->
                plain(get(record, record.getClass().getRecordComponents()[0]));
            case Record record -> fields(record);
            case Object other -> other;
        };
    }

    private static List<Object> plain(List<?> list) {
        List<Object> all = new ArrayList<>();
        for (Object item : list) {
            Object value = plain(item);
            if (value != null) {
                all.add(value);
            }
        }
        return all;
    }

    private static @Nullable Object get(Record record, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("a record shows its components", e);
        }
    }

    static String hex(long high, long low) {
        return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
    }
}
