package sekisho.banksimulator.books;

import org.jspecify.annotations.Nullable;

/**
 * An operator's wallet that was linked to an account, as far as the account's holder is concerned: somebody was identified,
 * the operator was told that it is the right person, and the holder was told of it.
 *
 * @param id 32 hexadecimal digits
 * @param account the account's token within these books
 * @param shown the account's name for the operator
 * @param mandate null if none was given with it
 * @param terms what statements about it name
 * @param young whether the holder was told where they can be reached since less than 30 days
 * @param since when (ms since 1970)
 * @param answer what the holder said of it: CONFIRMED or OBJECTED; null: nothing yet
 */
public record Linking(
        String id,
        String operator,
        String account,
        String shown,
        @Nullable String mandate,
        StatementTerms terms,
        boolean young,
        long since,
        @Nullable StatementAnswer answer) {

    Linking answered(StatementAnswer value) {
        return new Linking(id, operator, account, shown, mandate, terms, young, since, value);
    }

    Linking under(@Nullable String other) {
        return new Linking(id, operator, account, shown, other, terms, young, since, answer);
    }
}
