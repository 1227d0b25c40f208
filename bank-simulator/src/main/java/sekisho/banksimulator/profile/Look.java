package sekisho.banksimulator.profile;

/**
 * How a bank looks.
 *
 * @param layout how its pages are laid out: a style sheet has this name
 * @param emblem its sign: a drawing has this name
 * @param main its colour, dark enough for white letters on it: {@code #rrggbb}
 * @param second what goes with it
 * @param paper light enough for its colour on it
 * @param type serif or sans
 */
public record Look(String layout, String emblem, String main, String second, String paper, String type) {
    public Look {
        if (!layout.matches("[a-z]+") || !emblem.matches("[a-z]+") || !type.matches("serif|sans")) {
            throw new IllegalArgumentException("a look has words for layout and emblem, and serif or sans");
        }
        for (String colour : new String[] {main, second, paper}) {
            if (!colour.matches("#[0-9a-f]{6}")) {
                throw new IllegalArgumentException("a colour is # and six hexadecimal digits: " + colour);
            }
        }
    }
}
