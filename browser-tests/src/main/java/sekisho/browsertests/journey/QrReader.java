package sekisho.browsertests.journey;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Locator;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Another telephone's camera in front of the screen. */
public final class QrReader {
    private QrReader() {}

    /** The text of the code in a picture of a part of the page. */
    public static String read(Locator shown) {
        try {
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(shown.screenshot()));
            int width = picture.getWidth();
            int height = picture.getHeight();
            int[] points = picture.getRGB(0, 0, width, height, null, 0, width);
            var source = new RGBLuminanceSource(width, height, points);
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(source)))
                    .getText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NotFoundException | com.google.zxing.ChecksumException | com.google.zxing.FormatException e) {
            throw new IllegalStateException("no code can be read from the page", e);
        }
    }
}
