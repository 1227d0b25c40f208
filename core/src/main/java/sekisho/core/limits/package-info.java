/**
 * Limits: how much of each operation a wallet may do.
 *
 * <ul>
 *   <li>{@link sekisho.core.limits.Tiers}: what a tier allows, per currency and operation;
 *   <li>{@link sekisho.core.limits.Usage}: what a wallet used, in sliding windows and in the calendar's day and month;
 *   <li>{@link sekisho.core.limits.Slots}: the 15-minute slots in which use is kept.
 * </ul>
 *
 * <p><b>Rules.</b> What is not set is not allowed. An amount counts until the end of its slot has left the window, so a
 * window never lets through more than it says. What was reserved and did not happen is released as if it had never been.
 */
@NullMarked
package sekisho.core.limits;

import org.jspecify.annotations.NullMarked;
