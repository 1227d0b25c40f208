/**
 * Pictures of QR codes.
 *
 * <p>{@link sekisho.formats.qr.QrPicture} draws a text. The squares are computed by ZXing, the one library that this
 * module uses.
 *
 * <p><b>Rules.</b> A picture is SVG of one path, without styles, scripts or text, so it is at home under any content
 * security policy. It is black on white in dark surroundings too: many readers want that. Around the code is the quiet zone of four squares that
 * ISO/IEC 18004 demands.
 *
 * <p><b>Not here.</b> What a code means ({@link sekisho.formats.jpqr}), and reading pictures: phones do that.
 */
@NullMarked
package sekisho.formats.qr;

import org.jspecify.annotations.NullMarked;
