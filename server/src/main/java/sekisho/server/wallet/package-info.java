/**
 * The pages of the wallet app. Each journey has a package below: {@code home}, {@code history}, {@code send}, {@code request},
 * {@code movement} (top-ups and cash-outs), {@code pay} (in shops), {@code links}, {@code settings} (limits, devices,
 * contacts, freezing, closing), {@code inbox}.
 *
 * <p>They share {@link sekisho.server.wallet.Doings} (has the engine do something, once, and says in words what became of it),
 * {@link sekisho.server.wallet.Done} (what became of it), {@link sekisho.server.wallet.WrittenWords} (what people write beside money),
 * {@link sekisho.server.wallet.BankNames} and
 * {@link sekisho.server.wallet.Counterparts} (what the other side is called).
 *
 * <p><b>Rules.</b> Every form that moves money carries a request id that was made with the page. The same form sent twice leads to the
 * same receipt. Whatever is looked up by an id is checked to belong to the customer; otherwise it is not there (404).
 *
 * <p><b>Not here.</b> The shops themselves (package {@code shop}).
 */
@NullMarked
package sekisho.server.wallet;

import org.jspecify.annotations.NullMarked;
