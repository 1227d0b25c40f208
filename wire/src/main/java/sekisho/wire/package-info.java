/**
 * Bytes and the protocol's types, in both directions: commands, answers, events and the rows of the state. The messages
 * are SBE (Simple Binary Encoding, FIX Trading Community); the schema {@code sekisho-schema.xml} says what each holds,
 * and {@code sekisho.wire.sbe} is generated from it and seen by this module's codecs only.
 *
 * <p><b>Frames</b>, the command log. {@link sekisho.wire.FrameEncoder} and {@link sekisho.wire.FrameDecoder}: a
 * {@code RequestFrame} and for each request its 16-byte id, {@code Terms} if it is linked, dry or has an effective time,
 * and its command; or a {@code StreamFrame}, the same without ids. {@link sekisho.wire.ContentHash} is the hash that
 * tells a repeat from a conflict.
 *
 * <p><b>Outcomes</b>, the outcome log. {@link sekisho.wire.OutcomeEncoder} and {@link sekisho.wire.OutcomeDecoder}, which
 * shows what it reads to an {@link sekisho.wire.OutcomeVisitor}: a {@code Step}, then for each request its events and
 * {@code Answered} ({@code EntryAnswered} in a stream; {@code Tried} before that of a dry run), and for what time alone
 * caused its events and {@code TimePassed}.
 * An entry's book and an answer's book and client are those of the step, or of the last {@code Scope} before it.
 *
 * <p><b>Answers</b>, back to the sender. {@link sekisho.wire.AnswersCodec} and {@link sekisho.wire.Answers}.
 *
 * <p><b>State</b>, snapshots. {@link sekisho.wire.StateCodec}, one message a row, and
 * {@link sekisho.wire.StateFingerprint} over any number of them.
 *
 * <p><b>Rules.</b> The formats only grow (how, says the schema), and old bytes stay in the tests. A reader believes
 * nothing: bytes that are not exactly what they should be are a {@link sekisho.wire.MalformedFrame}, never anything else.
 * Encoders and decoders are reused and belong to one thread; encoders allocate nothing for a message, decoders only the
 * protocol's records. Numbers are little-endian.
 *
 * <p><b>Not here.</b> Checksums, compression and encryption (whoever stores or sends the bytes), and what a command means
 * (module {@code core}).
 */
@NullMarked
package sekisho.wire;

import org.jspecify.annotations.NullMarked;
