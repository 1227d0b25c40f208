/** Limits, devices and sessions, language and look, freezing and closing the wallet. */
@NullMarked
package sekisho.server.wallet.settings;

import org.jspecify.annotations.NullMarked;
