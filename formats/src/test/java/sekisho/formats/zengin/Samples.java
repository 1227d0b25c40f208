package sekisho.formats.zengin;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Made-up files. */
final class Samples {
    static final Ending PLAIN = new Ending(Ending.Line.CR_LF, false);

    private Samples() {}

    static DebitHeader header() {
        return new DebitHeader("0000012345", "ｾｷｼﾖ(ｶ", "0927", "9991", "ﾐﾎﾝ", "001", "ﾎﾝﾃﾝ", "11234567");
    }

    static DebitEntry entry(String holder, long amount, DebitResult result) {
        return new DebitEntry(
                "9992",
                "ﾀﾞﾐ-",
                "002",
                "ｴｷﾏｴ",
                DepositType.ORDINARY,
                "7654321",
                holder,
                amount,
                Novelty.FIRST,
                "00000000000000000042",
                result);
    }

    static DebitFile request() {
        return new DebitFile(
                Purpose.DEBIT,
                Stage.REQUEST,
                header(),
                List.of(
                        entry("ﾐﾎﾝ ﾊﾅｺ", 5_000, DebitResult.DONE),
                        entry("ｷﾖｳｺﾞｸ ﾀﾛｳ", 9_999_999_999L, DebitResult.DONE)),
                PLAIN);
    }

    static DebitFile random(Random random) {
        Purpose purpose = random.nextBoolean() ? Purpose.DEBIT : Purpose.MANDATE;
        Stage stage = random.nextBoolean() ? Stage.REQUEST : Stage.RESULT;
        var ending = new Ending(any(random, 3, Ending.Line.values()), random.nextBoolean());
        var header = new DebitHeader(
                digits(random, 10),
                text(random, 40),
                random.nextBoolean() ? "0229" : "1231",
                digits(random, 4),
                text(random, 15),
                digits(random, 3),
                text(random, 15),
                random.nextBoolean() ? "" : "2" + digits(random, 7));
        var entries = IntStream.range(0, random.nextInt(6))
                .mapToObj(_ -> new DebitEntry(
                        digits(random, 4),
                        text(random, 15),
                        digits(random, 3),
                        text(random, 15),
                        any(random, 4, DepositType.values()),
                        digits(random, 7),
                        "ｱ" + text(random, 29),
                        purpose == Purpose.MANDATE ? 0 : 1 + random.nextLong(DebitEntry.MOST),
                        any(random, purpose == Purpose.MANDATE ? 2 : 3, Novelty.values()),
                        text(random, 20),
                        stage == Stage.REQUEST ? DebitResult.DONE : any(random, 7, DebitResult.values())))
                .toList();
        return new DebitFile(purpose, stage, header, entries, ending);
    }

    /** The bytes as text, one character each, to be cut and changed. */
    static String latin(DebitFile file) {
        return new String(file.bytes(), ISO_8859_1);
    }

    private static <T> T any(Random random, int of, T[] values) {
        return values[random.nextInt(of)];
    }

    private static String digits(Random random, int length) {
        var digits = new StringBuilder();
        for (int i = 0; i < length; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    private static String text(Random random, int most) {
        String allowed = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝﾞﾟ0123456789ABCXYZ ()-.,/\\｢｣";
        var text = new StringBuilder();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            text.append(allowed.charAt(random.nextInt(allowed.length())));
        }
        return text.toString().replaceAll(" +$", "");
    }
}
