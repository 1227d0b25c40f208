package sekisho.server.pages;

import gg.jte.Content;
import sekisho.formats.qr.QrPicture;

/** Pictures that templates can show. */
public final class Pictures {
    private Pictures() {}

    /** A QR code; what it says has to stand beside it. */
    public static Content qr(String text) {
        // Nothing of the text itself gets into the markup: only where squares are dark.
        String svg = QrPicture.of(text).svg();
        return out -> out.writeContent(svg);
    }
}
