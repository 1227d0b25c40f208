package sekisho.server.demo;

import java.time.LocalDate;
import java.util.List;

/**
 * Somebody with a wallet.
 *
 * @param handle without its @
 * @param language {@code ja} or {@code en}
 */
public record DemoPerson(
        String handle,
        String language,
        String kanji,
        String kana,
        String latin,
        LocalDate born,
        String mail,
        List<DemoLink> links) {
    public DemoPerson {
        links = List.copyOf(links);
    }

    /** Without what would be personal data. */
    @Override
    public String toString() {
        return "DemoPerson[" + handle + "]";
    }
}
