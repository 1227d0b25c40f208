/**
 * Why a request was answered as it was: every guard that was asked, in its order, with the numbers and states that it looked at.
 *
 * <p>{@link sekisho.core.explain.Explanation} is what {@link sekisho.core.Core#explain} answers. A {@link sekisho.core.explain.Reason}
 * is one guard: {@link sekisho.core.explain.Behind} who stands behind a request, {@link sekisho.core.explain.Standing} who and what
 * has to be there and open, {@link sekisho.core.explain.Sum} what may move, {@link sekisho.core.explain.Linked} what a bank's link is
 * worth. A reason says by itself what follows from its inputs; the first that refuses is the last one that was asked.
 *
 * <p><b>Rules.</b> Only views of frozen tables are read: nothing here can change what is decided, and nothing that decides calls it.
 * It is asked of an engine that was brought to just before a request, by whoever replays a log. The order of the guards is that of
 * docs/rules.md, written here a second time: a test holds what is recomputed from the inputs against what the engine answered.
 *
 * <p><b>Not here.</b> Finding a request in a log ({@code node}), words for people ({@code cli}). Not every command is told in full:
 * what is not says so by {@link sekisho.core.explain.Reason.Untold}.
 */
@NullMarked
package sekisho.core.explain;

import org.jspecify.annotations.NullMarked;
