package sekisho.server.demo;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sekisho.server.people.Phone;

/**
 * Somebody with a wallet.
 *
 * @param handle without its @
 * @param language {@code ja} or {@code en}
 * @param address as a card has it
 * @param phone a number that others may send money to; null: none
 * @param takings where the takings of a shop of theirs go; null: they have none
 */
public record DemoPerson(
        String handle,
        String language,
        String kanji,
        String kana,
        String latin,
        LocalDate born,
        String address,
        String mail,
        @Nullable Phone phone,
        List<DemoLink> links,
        @Nullable DemoAccount takings) {
    public DemoPerson {
        links = List.copyOf(links);
    }

    /** Without what would be personal data. */
    @Override
    public String toString() {
        return "DemoPerson[" + handle + "]";
    }
}
