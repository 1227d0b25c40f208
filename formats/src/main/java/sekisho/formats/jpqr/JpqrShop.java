package sekisho.formats.jpqr;

import java.util.List;
import sekisho.formats.Digits;

/**
 * How JPQR names a shop: four levels, from the company down, given out by Payments Japan and the operators (object 26,
 * sub-objects 01 to 04).
 *
 * @param level1 13 digits
 * @param level2 4 digits
 * @param level3 6 digits
 * @param level4 6 digits
 */
public record JpqrShop(String level1, String level2, String level3, String level4) {
    /** The scheme's name within object 26. */
    public static final String SCHEME = "jp.or.paymentsjapan";

    private static final int LEVEL_1 = 13;
    private static final int LEVEL_2 = 4;
    private static final int LEVEL_3_4 = 6;

    public JpqrShop {
        require(level1, 1, LEVEL_1);
        require(level2, 2, LEVEL_2);
        require(level3, 3, LEVEL_3_4);
        require(level4, 4, LEVEL_3_4);
    }

    /** All four levels, one after the other: 29 digits. */
    public String digits() {
        return level1 + level2 + level3 + level4;
    }

    String template() {
        return DataObjects.written(List.of(
                new DataObject("00", SCHEME),
                new DataObject("01", level1),
                new DataObject("02", level2),
                new DataObject("03", level3),
                new DataObject("04", level4)));
    }

    /** Whether four levels can make a shop. */
    static boolean fits(String level1, String level2, String level3, String level4) {
        return Digits.are(level1, LEVEL_1, LEVEL_1)
                && Digits.are(level2, LEVEL_2, LEVEL_2)
                && Digits.are(level3, LEVEL_3_4, LEVEL_3_4)
                && Digits.are(level4, LEVEL_3_4, LEVEL_3_4);
    }

    private static void require(String digits, int level, int length) {
        if (!Digits.are(digits, length, length)) {
            throw new IllegalArgumentException("level " + level + " of a shop has " + length + " digits");
        }
    }
}
