/**
 * Whether an answer tells more than its words: how long it takes is measured for each reason that it can have, and compared.
 *
 * <p><b>Types.</b> {@link sekisho.benchmarks.oracle.OracleBench} measures two {@code Part}s of a whole server over loopback: the door
 * ({@code DoorPart}, for each {@code DoorState}) and linking an account from a verified wallet ({@code LinkPart}, for each
 * {@code LinkingState}), which docs/walks/link.md walks through. Both live in an {@code OracleWorld} with {@code Accounts} that something
 * is true of and a bank that signs ({@code SigningBank}). A {@code Visitor} is a {@code Browser} that goes to the bank and comes back; one
 * who links is an {@code Applicant}. {@code Rounds} asks for all states in random order, round after round: a pair is two answers of one
 * round. {@code Samples} are the times, {@code Contrasts} compares each two states by a seeded {@code BlockBootstrap}, adjusted by
 * {@code Holm}. {@code PlantedLeak} is a leak on purpose, to see that it is found.
 *
 * <p><b>Rules.</b> Two states are alike if the adjusted interval of 95 % of the difference of their medians, and that of their 90th
 * percentiles, lies within ±2 ms. Anything else fails, and so does any difference in status, headers or words.
 */
@NullMarked
package sekisho.benchmarks.oracle;

import org.jspecify.annotations.NullMarked;
