package sekisho.formats.directory;

/**
 * A branch of a bank of the directory.
 *
 * @param bankCode four digits
 * @param code three digits, unique within its bank
 * @param name as people write it, without the word for branch
 * @param kana full-width, no small letters
 * @param romaji small Latin letters, spelled after the kana
 */
public record ListedBranch(String bankCode, String code, String name, String kana, String romaji) {

    /** The kana in hiragana. */
    public String hiragana() {
        return SearchKey.hiragana(kana);
    }
}
