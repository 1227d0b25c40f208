package sekisho.identity.demo;

import java.time.LocalDate;
import sekisho.identity.Gender;

/** Somebody who does not exist. */
public record DemoPerson(String nameKanji, String address, LocalDate birthDate, Gender gender) {}
