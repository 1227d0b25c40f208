package sekisho.bank.redirect;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sekisho.bank.AccountToken;
import sekisho.formats.matching.Matching;
import sekisho.protocol.BankAnswer;
import sekisho.protocol.BankResult;
import sekisho.protocol.Signature;
import sekisho.protocol.Token;

/**
 * Holds a statement in a result to what was asked and to the rest of the result. The first that does not hold is the
 * refusal: that it is there if and only if it should be; each member in the order of its bytes; its answer; its times; its
 * key and signature.
 */
final class StatementCheck {
    static final Duration LONGEST_LIFE = Duration.ofMinutes(10);

    private StatementCheck() {}

    /** @param issued when the result was issued */
    static @Nullable ResultRefusal refusal(
            SentRequest sent, LinkResult result, StatementKeys keys, Instant issued, Instant now) {
        Optional<SignedStatement> statement = result.statement();
        if (sent.statement().isEmpty()) {
            return statement.isEmpty() ? null : ResultRefusal.STATEMENT_NOT_ASKED_FOR;
        }
        if (statement.isEmpty()) {
            // Before an account was named there is nothing to say.
            return result.account().isEmpty() ? null : ResultRefusal.STATEMENT_MISSING;
        }
        BankResult said = statement.get().result();
        @Nullable ResultRefusal binding = binding(sent.statement().get(), said);
        if (binding != null) {
            return binding;
        }
        if (!result.account().map(StatementCheck::token).equals(Optional.of(said.account()))) {
            return ResultRefusal.STATEMENT_FOR_ANOTHER_ACCOUNT;
        }
        if (said.purpose() != result.purpose().inStatements()) {
            return ResultRefusal.STATEMENT_FOR_ANOTHER_PURPOSE;
        }
        if (said.answer() != answer(result)) {
            return ResultRefusal.STATEMENT_WITH_ANOTHER_ANSWER;
        }
        @Nullable ResultRefusal time = time(said.expires(), issued, now);
        return time == null ? signature(statement.get(), keys) : time;
    }

    /** Why a statement's members are not those that were asked for; null if they are. */
    private static @Nullable ResultRefusal binding(StatementTerms asked, BankResult said) {
        if (!said.book().equals(asked.book())) {
            return ResultRefusal.STATEMENT_OF_ANOTHER_BOOK;
        }
        if (!said.bank().equals(asked.bank())) {
            return ResultRefusal.STATEMENT_OF_ANOTHER_BANK;
        }
        if (said.key() != asked.key()) {
            return ResultRefusal.STATEMENT_BY_ANOTHER_KEY;
        }
        if (!said.wallet().equals(asked.wallet())) {
            return ResultRefusal.STATEMENT_FOR_ANOTHER_WALLET;
        }
        if (!said.person().equals(asked.person())) {
            return ResultRefusal.STATEMENT_FOR_ANOTHER_PERSON;
        }
        if (!said.link().equals(asked.link())) {
            return ResultRefusal.STATEMENT_FOR_ANOTHER_LINK;
        }
        if (!said.session().equals(asked.session())) {
            return ResultRefusal.STATEMENT_FOR_ANOTHER_SESSION;
        }
        return said.nonce().equals(asked.nonce()) ? null : ResultRefusal.STATEMENT_WITH_ANOTHER_NONCE;
    }

    static @Nullable ResultRefusal time(long expires, Instant issued, Instant now) {
        if (expires > issued.plus(LONGEST_LIFE).toEpochMilli()) {
            return ResultRefusal.STATEMENT_LIVES_TOO_LONG;
        }
        return expires > now.toEpochMilli() ? null : ResultRefusal.STATEMENT_EXPIRED;
    }

    static @Nullable ResultRefusal signature(SignedStatement statement, StatementKeys keys) {
        return signature(statement.result().key(), statement.result().canonical(), statement.signature(), keys);
    }

    static @Nullable ResultRefusal signature(int key, byte[] signed, Signature signature, StatementKeys keys) {
        if (!keys.has(key)) {
            return ResultRefusal.STATEMENT_KEY_NOT_PUBLISHED;
        }
        return keys.verify(key, signed, signature) ? null : ResultRefusal.STATEMENT_FORGED;
    }

    /** What the statement has to answer if the result is right. */
    static BankAnswer answer(LinkResult result) {
        return switch (result.code()) {
            case GRANTED -> overall(result.match());
            case NOT_POSSIBLE -> BankAnswer.NOAP;
            case DECLINED, NOT_IDENTIFIED, EXPIRED -> BankAnswer.FAILED;
        };
    }

    private static BankAnswer overall(Map<Attribute, MatchCode> match) {
        var each = new EnumMap<sekisho.formats.matching.Attribute, sekisho.formats.matching.MatchCode>(
                sekisho.formats.matching.Attribute.class);
        match.forEach((attribute, code) -> each.put(compared(attribute), compared(code)));
        return switch (Matching.overall(each)) {
            case MTCH -> BankAnswer.MTCH;
            case CMTC -> BankAnswer.CMTC;
            case NMTC -> BankAnswer.NMTC;
            case NOAP -> BankAnswer.NOAP;
        };
    }

    private static sekisho.formats.matching.Attribute compared(Attribute attribute) {
        return switch (attribute) {
            case NAME_KANJI -> sekisho.formats.matching.Attribute.NAME_KANJI;
            case NAME_KANA -> sekisho.formats.matching.Attribute.NAME_KANA;
            case BIRTH_DATE -> sekisho.formats.matching.Attribute.BIRTH_DATE;
            case PHONE -> sekisho.formats.matching.Attribute.PHONE;
            case ADDRESS -> sekisho.formats.matching.Attribute.ADDRESS;
        };
    }

    private static sekisho.formats.matching.MatchCode compared(MatchCode code) {
        return switch (code) {
            case MTCH -> sekisho.formats.matching.MatchCode.MTCH;
            case CMTC -> sekisho.formats.matching.MatchCode.CMTC;
            case NMTC -> sekisho.formats.matching.MatchCode.NMTC;
            case NOAP -> sekisho.formats.matching.MatchCode.NOAP;
        };
    }

    static Token token(AccountToken account) {
        return new Token(account.high(), account.low());
    }
}
