/**
 * Whether a verified person and the owner that a bank knows are the same. For banks that hand out what they hold to a
 * program of their own, and for simulated ones; real banks are asked for codes, so that a name never leaves them.
 *
 * <p>{@link sekisho.formats.matching.Matching} compares {@link sekisho.formats.matching.Attribute}s, ours
 * ({@link sekisho.formats.matching.Claimed}, with their {@link sekisho.formats.matching.Standing}) with the bank's, and
 * answers a {@link sekisho.formats.matching.Match}: a {@link sekisho.formats.matching.MatchCode} for each and one for
 * the person. {@code KanjiName}, {@code KanaName}, {@code LatinName}, {@code BirthDate}, {@code Address} and {@code
 * Phone} bring one attribute each to forms that can be compared; {@code KanjiVariants} is the table of variants, {@code
 * CorporateForms} that of legal persons, {@code Text} what they share.
 *
 * <p><b>Rules.</b> Every attribute has an exact form (the same thing written otherwise: MTCH) and a close one (another
 * thing that is often taken for it: CMTC). What was self-declared is never compared. NOAP is never a match. Kana and
 * birth date together are CMTC at best: readings are not unique, and no chip vouches for one. A match holds codes, not
 * names; {@code Claimed} does not print its value.
 *
 * <p><b>Sources.</b> kanji-variants-sources.md beside the table.
 *
 * <p><b>Not here.</b> What a code is good for (the engine's floors), budgets, and who may ask.
 */
@NullMarked
package sekisho.formats.matching;

import org.jspecify.annotations.NullMarked;
