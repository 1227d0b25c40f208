package sekisho.formats.qr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import sekisho.formats.jpqr.CustomerCode;
import sekisho.formats.jpqr.JpqrShop;
import sekisho.formats.jpqr.LocalName;
import sekisho.formats.jpqr.MerchantCode;
import sekisho.formats.jpqr.MerchantReading;

final class QrPictureTest {
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");
    private static final int ZOOM = 6;

    @Test
    void aShopsCodeIsReadBackFromItsPicture() throws Exception {
        var shop = new JpqrShop("1234567890123", "0001", "000002", "000003");
        var code = MerchantCode.reusable(shop, "5812", "SHIOMI CAFE", "KANAZAWA")
                .withLocalName(new LocalName("JA", "潮見珈琲店", java.util.Optional.of("金沢市")));
        assertThat(MerchantCode.read(scan(code.encode()))).isEqualTo(new MerchantReading.Read(code));
        var payment = code.forPayment(1_280, "0198c0de");
        assertThat(MerchantCode.read(scan(payment.encode()))).isEqualTo(new MerchantReading.Read(payment));
    }

    @Test
    void aCustomersCodeIsReadBackFromItsPicture() throws Exception {
        String payload = CustomerCode.next(new Random(7)).encode();
        assertThat(scan(payload)).isEqualTo(payload);
    }

    @Test
    void hasNothingInItThatAPolicyForbids() {
        assertThat(QrPicture.of("<script>alert(1)</script>").svg())
                .doesNotContain("style", "script", "href")
                .startsWith("<svg ")
                .endsWith("</svg>");
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThatThrownBy(() -> QrPicture.of("")).hasMessageContaining("1 to 2000");
        assertThatThrownBy(() -> QrPicture.of("x".repeat(2_001))).hasMessageContaining("2001");
        assertThatThrownBy(() -> QrPicture.of("食".repeat(2_000))).hasMessageContaining("does not fit");
    }

    /** Paints what the SVG says and has it read. */
    private static String scan(String text) throws Exception {
        var picture = QrPicture.of(text);
        int side = picture.side() * ZOOM;
        var image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, side, side);
        graphics.setColor(Color.BLACK);
        var runs = RUN.matcher(picture.svg());
        while (runs.find()) {
            assertThat(runs.group(3)).isEqualTo(runs.group(4));
            int width = Integer.parseInt(runs.group(3));
            graphics.fillRect(
                    Integer.parseInt(runs.group(1)) * ZOOM, Integer.parseInt(runs.group(2)) * ZOOM, width * ZOOM, ZOOM);
        }
        graphics.dispose();
        int[] pixels = image.getRGB(0, 0, side, side, null, 0, side);
        var bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels)));
        return new QRCodeReader().decode(bitmap).getText();
    }
}
