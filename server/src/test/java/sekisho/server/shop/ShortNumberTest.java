package sekisho.server.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

final class ShortNumberTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    @Test
    void whatWasMadeFitsAndOneWrongDigitDoesNot() {
        for (int i = 0; i < 100; i++) {
            String number = ShortNumber.next(RANDOM, '7', 10);
            assertThat(ShortNumber.fits(number, '7', 10)).as(number).isTrue();
            for (int place = 1; place < 10; place++) {
                char other = number.charAt(place) == '9' ? '0' : (char) (number.charAt(place) + 1);
                String mistyped = number.substring(0, place) + other + number.substring(place + 1);
                assertThat(ShortNumber.fits(mistyped, '7', 10)).as(mistyped).isFalse();
            }
        }
    }

    @Test
    void anotherLengthOrBeginningDoesNotFit() {
        // 79927398713 is Luhn's usual example.
        assertThat(ShortNumber.fits("79927398713", '7', 11)).isTrue();
        assertThat(ShortNumber.fits("79927398713", '6', 11)).isFalse();
        assertThat(ShortNumber.fits("79927398713", '7', 10)).isFalse();
        assertThat(ShortNumber.fits("7992739871x", '7', 11)).isFalse();
        assertThat(ShortNumber.fits("", '7', 10)).isFalse();
    }
}
