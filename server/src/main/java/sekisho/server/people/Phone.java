package sekisho.server.people;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Japanese mobile number, as {@code +819012345678}. Others are not taken: a text message to a foreign or a premium number costs
 * whoever sends it, and that is a business of fraudsters.
 */
public record Phone(String number) {
    private static final Pattern FORM = Pattern.compile("\\+81[6-9]0[0-9]{8}");
    private static final Pattern BETWEEN = Pattern.compile("[\\s()‐-―ーｰ−-]");
    private static final String JAPAN = "+81";
    private static final int GROUP = 4;

    public Phone {
        if (!FORM.matcher(number).matches()) {
            throw new IllegalArgumentException("a mobile number of Japan is +81, 60 to 90, eight digits");
        }
    }

    /** Reads one as people write it: {@code 090-1234-5678}, wide digits, {@code +81 90 …}. */
    public static Optional<Phone> parse(String text) {
        String bare = BETWEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("");
        String full = bare.startsWith("0") ? JAPAN + bare.substring(1) : bare;
        return FORM.matcher(full).matches() ? Optional.of(new Phone(full)) : Optional.empty();
    }

    /** As people write it at home: {@code 090-1234-5678}. */
    public String shown() {
        String home = "0" + number.substring(JAPAN.length());
        return home.substring(0, 3) + "-" + home.substring(3, 3 + GROUP) + "-" + home.substring(3 + GROUP);
    }
}
