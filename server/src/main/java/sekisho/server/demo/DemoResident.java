package sekisho.server.demo;

import java.time.LocalDate;

/**
 * Somebody who does not exist and has accounts at the fictional banks.
 *
 * @param latin as a passport has the name: surname, blank, given names
 * @param address as a card has it
 */
public record DemoResident(String kanji, String latin, LocalDate born, String address) {

    /** Without what would be personal data. */
    @Override
    public String toString() {
        return "DemoResident";
    }
}
