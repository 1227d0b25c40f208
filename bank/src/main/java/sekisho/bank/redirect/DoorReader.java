package sekisho.bank.redirect;

import com.nimbusds.jose.jwk.JWKSet;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.BankAnswer;
import sekisho.protocol.DoorResult;
import sekisho.protocol.Token;

/**
 * Reads what a browser brings back from a bank to the front door, against the request that was sent. Pure; any thread.
 *
 * <p>The result itself is read as by {@link ResultReader}. Then its statement, in claim {@code door}: that it is there if and
 * only if an account was named; each member in the order of its bytes; its answer; its times; its key and signature. The
 * first that does not hold is the refusal.
 */
public final class DoorReader {
    private static final Set<String> MEMBERS = new TreeSet<>(Set.of(
            "book",
            "bank",
            "key",
            "visit",
            "session",
            "account",
            "nonce",
            "purpose",
            "answer",
            "expires",
            "signature"));

    private DoorReader() {}

    /**
     * Reads a result.
     *
     * @param sent what was kept of the request
     * @param bindingNow the binding, computed again from the browser that came back
     * @param bankKeys of the bank that was asked, and of no other
     */
    public static DoorReading read(
            String compact, SentDoorRequest sent, String bindingNow, JWKSet bankKeys, Instant now) {
        return switch (SignedDocument.open(compact, ResultReader.TYPE, bankKeys)) {
            case SignedDocument.Opened.Refused(var reason) -> new DoorReading.Refused(reason);
            case SignedDocument.Opened.Whole(var claims) ->
                read(claims, sent, bindingNow, StatementKeys.of(bankKeys), now);
        };
    }

    private static DoorReading read(
            Claims claims, SentDoorRequest sent, String bindingNow, StatementKeys keys, Instant now) {
        return switch (ResultReader.read(claims, sent.sent(), bindingNow, keys, now)) {
            case Reading.Refused(var reason) -> new DoorReading.Refused(reason);
            case Reading.Accepted(var result) -> {
                try {
                    Optional<SignedDoorResult> said = claims.object("door").map(DoorReader::statement);
                    @Nullable
                    ResultRefusal refusal = said.isEmpty()
                            ? missing(result)
                            : refusal(sent.terms(), result, said.get(), keys, claims.seconds("iat"), now);
                    yield refusal == null ? new DoorReading.Accepted(result, said) : new DoorReading.Refused(refusal);
                } catch (IllegalArgumentException e) {
                    yield new DoorReading.Refused(ResultRefusal.NOT_A_DOCUMENT);
                }
            }
        };
    }

    /** Before an account was named there is nothing to say. */
    private static @Nullable ResultRefusal missing(LinkResult result) {
        return result.account().isEmpty() ? null : ResultRefusal.STATEMENT_MISSING;
    }

    private static @Nullable ResultRefusal refusal(
            DoorTerms asked,
            LinkResult result,
            SignedDoorResult statement,
            StatementKeys keys,
            Instant issued,
            Instant now) {
        DoorResult said = statement.result();
        @Nullable ResultRefusal binding = binding(asked, said);
        if (binding != null) {
            return binding;
        }
        if (!result.account()
                .map(account -> new Token(account.high(), account.low()))
                .equals(Optional.of(said.account()))) {
            return ResultRefusal.STATEMENT_FOR_ANOTHER_ACCOUNT;
        }
        if (said.purpose() != result.purpose().inStatements()) {
            return ResultRefusal.STATEMENT_FOR_ANOTHER_PURPOSE;
        }
        if (said.answer() != answer(result)) {
            return ResultRefusal.STATEMENT_WITH_ANOTHER_ANSWER;
        }
        @Nullable ResultRefusal time = StatementCheck.time(said.expires(), issued, now);
        return time == null
                ? StatementCheck.signature(said.key(), said.canonical(), statement.signature(), keys)
                : time;
    }

    /** Why a statement's members are not those that were asked for; null if they are. */
    private static @Nullable ResultRefusal binding(DoorTerms asked, DoorResult said) {
        if (!said.book().equals(asked.book())) {
            return ResultRefusal.STATEMENT_OF_ANOTHER_BOOK;
        }
        if (!said.bank().equals(asked.bank())) {
            return ResultRefusal.STATEMENT_OF_ANOTHER_BANK;
        }
        if (said.key() != asked.key()) {
            return ResultRefusal.STATEMENT_BY_ANOTHER_KEY;
        }
        if (!said.visit().equals(asked.visit())) {
            return ResultRefusal.STATEMENT_FOR_ANOTHER_VISIT;
        }
        if (!said.session().equals(asked.session())) {
            return ResultRefusal.STATEMENT_FOR_ANOTHER_SESSION;
        }
        return said.nonce().equals(asked.nonce()) ? null : ResultRefusal.STATEMENT_WITH_ANOTHER_NONCE;
    }

    /** What the statement has to answer if the result is right: whom the bank identified is the account's holder. */
    private static BankAnswer answer(LinkResult result) {
        return switch (result.code()) {
            case GRANTED -> BankAnswer.MTCH;
            case NOT_POSSIBLE -> BankAnswer.NOAP;
            case DECLINED, NOT_IDENTIFIED, EXPIRED -> BankAnswer.FAILED;
        };
    }

    private static SignedDoorResult statement(Claims claims) {
        if (!claims.names().equals(MEMBERS)) {
            throw new IllegalArgumentException("a statement of the door has exactly the members " + MEMBERS);
        }
        var result = new DoorResult(
                StatementReader.book(claims),
                StatementReader.bank(claims),
                Math.toIntExact(claims.number("key")),
                StatementReader.operation(claims, "visit"),
                StatementReader.token(claims, "session"),
                StatementReader.token(claims, "account"),
                StatementReader.token(claims, "nonce"),
                StatementReader.purpose(claims),
                StatementReader.answer(claims),
                claims.number("expires"));
        return new SignedDoorResult(result, StatementReader.signature(claims.text("signature")));
    }
}
