/**
 * The engine's memory: flat tables of 64-bit words, so that ten million wallets are a few thousand arrays to the garbage
 * collector, and a snapshot or an undo needs no knowledge of what the words mean.
 *
 * <ul>
 *   <li>{@link sekisho.core.memory.Words}: a long array in pages that grows without copying;
 *   <li>{@link sekisho.core.memory.Rows}: a table of rows of equal width with a list of free rows;
 *   <li>{@link sekisho.core.memory.Index}: a hash index from a key to rows that grows one bucket at a time;
 *   <li>{@link sekisho.core.memory.Memory}: all words of one engine; freezes them for a snapshot, and undoes what a broken
 *       chain wrote.
 * </ul>
 *
 * <p><b>Rules.</b> Row 0 is "none" everywhere. Row numbers never leave the engine: a restored engine has others. Hash order
 * decides where a row is found, never in which order anything is done. One thread owns the memory; a frozen memory is
 * read-only and may be read by one other thread.
 *
 * <p><b>Not here.</b> Any business word.
 */
@NullMarked
package sekisho.core.memory;

import org.jspecify.annotations.NullMarked;
