package sekisho.formats.directory;

/**
 * A bank of the directory.
 *
 * @param code four digits
 * @param name as people write it, without the word for bank
 * @param kana full-width, no small letters
 * @param romaji small Latin letters, spelled after the kana
 */
public record ListedBank(String code, String name, String kana, String romaji) {

    /** The kana in hiragana. */
    public String hiragana() {
        return SearchKey.hiragana(kana);
    }
}
