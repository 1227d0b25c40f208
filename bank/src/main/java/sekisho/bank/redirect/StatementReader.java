package sekisho.bank.redirect;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import sekisho.protocol.BankAnswer;
import sekisho.protocol.BankId;
import sekisho.protocol.BankResult;
import sekisho.protocol.BookId;
import sekisho.protocol.Digest;
import sekisho.protocol.OperationId;
import sekisho.protocol.Purpose;
import sekisho.protocol.Signature;
import sekisho.protocol.Token;
import sekisho.protocol.WalletId;

/** Reads the form of a statement, to the letter: every member, no other, each written in one way only. */
final class StatementReader {
    private static final Set<String> MEMBERS = new TreeSet<>(Set.of(
            "book",
            "bank",
            "key",
            "wallet",
            "person",
            "link",
            "session",
            "account",
            "nonce",
            "purpose",
            "answer",
            "expires",
            "signature"));
    private static final int WORD = 16;
    private static final int SIGNATURE_LENGTH = 2 * Digest.LENGTH;

    private StatementReader() {}

    /** @throws IllegalArgumentException if it is none */
    static SignedStatement read(Claims claims) {
        if (!claims.names().equals(MEMBERS)) {
            throw new IllegalArgumentException("a statement has exactly the members " + MEMBERS);
        }
        var result = new BankResult(
                book(claims),
                bank(claims),
                Math.toIntExact(claims.number("key")),
                new WalletId(word(claims, "wallet")),
                token(claims, "person"),
                operation(claims, "link"),
                token(claims, "session"),
                token(claims, "account"),
                token(claims, "nonce"),
                purpose(claims),
                answer(claims),
                claims.number("expires"));
        return new SignedStatement(result, signature(claims.text("signature")));
    }

    /** The word for a purpose in statements. */
    static String word(Purpose purpose) {
        return switch (purpose) {
            case LINK -> "link";
            case DOOR -> "prove";
            case REVERIFY -> "reverify";
            case UNLOCK -> "unlock";
            case NOTICE -> "notice";
            case CONSENT -> "consent";
        };
    }

    static BookId book(Claims claims) {
        return new BookId(Math.toIntExact(word(claims, "book")));
    }

    static BankId bank(Claims claims) {
        return new BankId(Math.toIntExact(word(claims, "bank")));
    }

    static Purpose purpose(Claims claims) {
        return claims.word(
                "purpose",
                word -> Arrays.stream(Purpose.values())
                        .filter(one -> word(one).equals(word))
                        .findFirst());
    }

    static BankAnswer answer(Claims claims) {
        return claims.word(
                "answer",
                word -> Arrays.stream(BankAnswer.values())
                        .filter(one -> one.name().equals(word))
                        .findFirst());
    }

    static OperationId operation(Claims claims, String name) {
        Token token = token(claims, name);
        return new OperationId(token.high(), token.low());
    }

    static Token token(Claims claims, String name) {
        String hex = digits(claims, name, 2 * WORD);
        return new Token(
                HexFormat.fromHexDigitsToLong(hex, 0, WORD), HexFormat.fromHexDigitsToLong(hex, WORD, 2 * WORD));
    }

    private static long word(Claims claims, String name) {
        return HexFormat.fromHexDigitsToLong(digits(claims, name, WORD));
    }

    private static String digits(Claims claims, String name, int count) {
        String text = claims.text(name);
        if (!text.matches("[0-9a-f]{" + count + "}")) {
            throw new IllegalArgumentException(name + " has not " + count + " hexadecimal digits, lower case");
        }
        return text;
    }

    static Signature signature(String text) {
        byte[] bytes = Base64.getUrlDecoder().decode(text);
        if (bytes.length != SIGNATURE_LENGTH
                || !Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(bytes)
                        .equals(text)) {
            throw new IllegalArgumentException("a signature has 64 bytes in base64url, without padding");
        }
        return new Signature(
                Digest.of(Arrays.copyOf(bytes, Digest.LENGTH)),
                Digest.of(Arrays.copyOfRange(bytes, Digest.LENGTH, SIGNATURE_LENGTH)));
    }
}
