package sekisho.formats.jpqr;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ChecksumTest {
    /** The check value of this CRC (CRC-16/IBM-3740, called CCITT-FALSE) in the catalogue of parametrised CRCs. */
    @Test
    void hasTheCheckValueOfItsCatalogue() {
        assertThat(Checksum.of("123456789")).isEqualTo("29B1");
        assertThat(Checksum.of("")).isEqualTo("FFFF");
    }

    /** The first is EMVCo MPM 1.1, annex A; the second a JPQR code of an operator, as published with its reader. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "00020101021229300012D156000000000510A93FO3230Q31280012D15600000001030812345678520441115802CN5914BEST "
                        + "TRANSPORT6007BEIJING64200002ZH0104最佳运输0202北京540523.7253031565502016233030412340603***"
                        + "0708A60086670902ME91320016A0112233449988770708123456786304A13A",
                "0002016003xxx01021129300012D156000000000510A93FO3230Q31280012D1560000000103081234567826680019jp.or."
                        + "paymentsjapan01130000000000001020400010306000001040600000153033925903xxx64180002JA0108メルペイ "
                        + "カフェ520441115802JP610710661436304DEE9",
            })
    void hasTheStandardsChecksums(String payload) {
        int end = payload.length() - 4;
        assertThat(Checksum.of(payload.substring(0, end))).isEqualTo(payload.substring(end));
    }
}
