/**
 * Formats of the field, pure codecs: no state, no input or output beyond what is handed in and the tables that lie
 * beside the classes.
 *
 * <p>{@link sekisho.formats.directory} knows Japan's banks and branches, {@link sekisho.formats.japanpost} the account
 * numbers of Japan Post Bank, {@link sekisho.formats.jpqr} the codes of JPQR, of which {@link sekisho.formats.qr} draws
 * pictures, {@link sekisho.formats.zengin} direct-debit files and statement texts, {@link sekisho.formats.matching} whether
 * a verified person is the one a bank knows. {@link sekisho.formats.Digits} is what they share.
 */
@NullMarked
package sekisho.formats;

import org.jspecify.annotations.NullMarked;
