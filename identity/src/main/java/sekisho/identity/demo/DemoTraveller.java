package sekisho.identity.demo;

import java.time.LocalDate;
import sekisho.identity.Gender;

/**
 * Somebody who does not exist and has a passport.
 *
 * @param surname capitals, "&lt;" between parts
 * @param givenNames the same
 * @param number nine capitals and digits
 */
public record DemoTraveller(
        String surname, String givenNames, LocalDate birthDate, Gender gender, String number, LocalDate expiry) {}
