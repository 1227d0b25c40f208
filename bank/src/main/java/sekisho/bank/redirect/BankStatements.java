package sekisho.bank.redirect;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.BankId;
import sekisho.protocol.BankResult;
import sekisho.protocol.BookId;
import sekisho.protocol.Purpose;

/**
 * What a bank says of links after the visit: NOTICE and CONSENT, in the order in which it came to be. Any thread.
 *
 * <p>A statement is signed when it is asked for and lives for ten minutes; ask again with the same number for a fresh one.
 * It may be about a link whose visit has not been told of yet: the holder can be quicker than the browser that comes back.
 */
public final class BankStatements implements AutoCloseable {
    private static final Duration CLOCK_DIFFERENCE = Duration.ofSeconds(30);

    private final Source source;
    private final BankKeys keys;
    private final InstantSource clock;
    private final BankCalls calls;

    /**
     * Whose statements.
     *
     * @param issuer the bank's
     * @param book the only one that they may be about
     */
    public record Source(URI issuer, BankId bank, BookId book, String apiKey) {
        /** Without the secret. */
        @Override
        public String toString() {
            return "Source[" + issuer + ", " + bank + ", " + book + "]";
        }
    }

    /** @param keys which know the bank; they stay open when this is closed */
    public BankStatements(Source source, BankKeys keys, InstantSource clock) {
        BankCalls.requireSafe(source.issuer());
        this.source = source;
        this.keys = keys;
        this.clock = clock;
        this.calls = new BankCalls(List.of(source.issuer()));
    }

    /**
     * Statements behind a number, oldest first, at most a thousand; all of them are whole, ours, and the bank's.
     *
     * @throws IOException if the bank gave no such list, or one of them is wrong: the message says which and why; nothing
     *     of the list may be used
     */
    public List<HolderStatement> after(long number) throws IOException {
        var response = calls.send(HttpRequest.newBuilder(URI.create(source.issuer() + "/statements?after=" + number))
                .header("Authorization", "Bearer " + source.apiKey())
                .build());
        if (response.statusCode() != 200) {
            throw new IOException("the bank answered " + response.statusCode() + " when asked for statements");
        }
        var statements = new ArrayList<HolderStatement>();
        try {
            Claims claims = SignedDocument.unsigned(response.body());
            if (!claims.document().has("statements")) {
                throw new IOException("what the bank answered has no statements");
            }
            for (Claims one : claims.objects("statements")) {
                HolderStatement read = read(one);
                long expected = number + statements.size() + 1;
                if (read.number() != expected) {
                    throw new IOException("the bank's list of statements has a gap before " + expected);
                }
                require(read);
                statements.add(read);
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new IOException("what the bank answered is no list of statements", e);
        }
        return statements;
    }

    @Override
    public void close() {
        calls.close();
    }

    private static HolderStatement read(Claims claims) {
        return new HolderStatement(
                claims.number("number"),
                Instant.ofEpochMilli(claims.number("at")),
                claims.object("statement")
                        .map(StatementReader::read)
                        .orElseThrow(() -> new IllegalArgumentException("a statement is missing")));
    }

    private void require(HolderStatement read) throws IOException {
        @Nullable ResultRefusal refusal = refusal(read.statement());
        if (refusal != null) {
            throw new IOException("the bank's statement " + read.number() + " is not accepted: " + refusal.name());
        }
    }

    private @Nullable ResultRefusal refusal(SignedStatement statement) throws IOException {
        BankResult said = statement.result();
        if (!said.book().equals(source.book())) {
            return ResultRefusal.STATEMENT_OF_ANOTHER_BOOK;
        }
        if (!said.bank().equals(source.bank())) {
            return ResultRefusal.STATEMENT_OF_ANOTHER_BANK;
        }
        if (said.purpose() != Purpose.NOTICE && said.purpose() != Purpose.CONSENT) {
            return ResultRefusal.STATEMENT_FOR_ANOTHER_PURPOSE;
        }
        Instant now = clock.instant();
        @Nullable ResultRefusal time = StatementCheck.time(said.expires(), now.plus(CLOCK_DIFFERENCE), now);
        return time == null
                ? StatementCheck.signature(statement, keys.statementKeys(source.issuer(), said.key()))
                : time;
    }
}
