package sekisho.formats.qr;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;

/**
 * A QR code. Immutable; any thread.
 *
 * <p>Errors are corrected at level M: up to 15 % of it may be dirty or torn.
 */
public final class QrPicture {
    private static final int QUIET = 4;
    private static final int LONGEST = 2_000;

    private final ByteMatrix squares;

    private QrPicture(ByteMatrix squares) {
        this.squares = squares;
    }

    /**
     * The picture of a text.
     *
     * @param text 1 to 2,000 characters
     */
    public static QrPicture of(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new IllegalArgumentException("a QR picture holds 1 to 2000 characters, not " + text.length());
        }
        try {
            var code = Encoder.encode(text, ErrorCorrectionLevel.M, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"));
            return new QrPicture(code.getMatrix());
        } catch (WriterException e) {
            throw new IllegalArgumentException("the text does not fit into a QR picture", e);
        }
    }

    /** Squares a side, the quiet zone included. */
    public int side() {
        return squares.getWidth() + 2 * QUIET;
    }

    /** Whether a square is dark; those outside are light. */
    public boolean isDark(int x, int y) {
        int column = x - QUIET;
        int row = y - QUIET;
        return column >= 0
                && row >= 0
                && column < squares.getWidth()
                && row < squares.getHeight()
                && squares.get(column, row) == 1;
    }

    /**
     * The picture as an element {@code svg} that is as large as its surroundings let it be. It is hidden from screen
     * readers: what it says has to stand beside it.
     */
    public String svg() {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"qr\" viewBox=\"0 0 " + side() + " " + side()
                + "\" shape-rendering=\"crispEdges\" aria-hidden=\"true\"><path fill=\"#fff\" d=\"M0 0h" + side() + "v"
                + side() + "H0z\"/><path fill=\"#000\" d=\"" + path() + "\"/></svg>";
    }

    /** Dark runs of each row, as rectangles one high. */
    private String path() {
        var path = new StringBuilder();
        for (int y = 0; y < side(); y++) {
            for (int x = 0; x < side(); x++) {
                int end = x;
                while (isDark(end, y)) {
                    end++;
                }
                if (end > x) {
                    path.append('M').append(x).append(' ').append(y).append('h').append(end - x);
                    path.append("v1h-").append(end - x).append('z');
                    x = end;
                }
            }
        }
        return path.toString();
    }
}
