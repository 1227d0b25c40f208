/**
 * What the links of founded books rest on, and what may come through them.
 *
 * <p>{@link sekisho.core.checkpoint.CheckedLinks} holds each link's way: what its bank has to send back, how strong it is, when
 * time moves it on; and whose a bank account is. {@link sekisho.core.checkpoint.Windows} sums top-ups and counts failures by
 * account, person, wallet and bank. {@link sekisho.core.checkpoint.Lots} remembers money that its rail can still pull back.
 * {@link sekisho.core.checkpoint.Locks} holds which accounts their holders have locked, and who is at the door.
 *
 * <p><b>Rules.</b> One account belongs to one person. Money leaves a wallet oldest first, and what is not young before what is.
 *
 * <p><b>Not here.</b> Deciding: {@code core.decide}.
 */
@org.jspecify.annotations.NullMarked
package sekisho.core.checkpoint;
