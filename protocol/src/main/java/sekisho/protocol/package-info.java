/**
 * What can be said to the engine and what it answers. Plain values: no bytes, no clock, no state.
 *
 * <p><b>Saying.</b> A {@link sekisho.protocol.Request} is one {@link sekisho.protocol.Command} with its key: a
 * {@link sekisho.protocol.RequestId} (UUIDv7) or a {@link sekisho.protocol.StreamEntry} (place in an ordered stream).
 * Commands come in sealed families, one file each: {@link sekisho.protocol.WalletCommand},
 * {@link sekisho.protocol.MerchantCommand}, {@link sekisho.protocol.TransferCommand},
 * {@link sekisho.protocol.PaymentCommand}, {@link sekisho.protocol.TopUpCommand},
 * {@link sekisho.protocol.CashOutCommand}, {@link sekisho.protocol.InstructionCommand},
 * {@link sekisho.protocol.LinkCommand}, {@link sekisho.protocol.BankCommand},
 * {@link sekisho.protocol.LedgerCommand}, {@link sekisho.protocol.SettingsCommand}.
 *
 * <p><b>Answering.</b> Each family has its outcomes ({@link sekisho.protocol.TransferOutcome} and so on). Every
 * family may answer {@link sekisho.protocol.Refused} with one {@link sekisho.protocol.Refusal} of the catalogue.
 * An {@link sekisho.protocol.Answer} is an outcome and whether it was given before.
 *
 * <p><b>Telling.</b> What an accepted command changed is a list of {@link sekisho.protocol.Event}s; the most common
 * is {@link sekisho.protocol.Event.Entry}, one change of one account with the balance after it.
 *
 * <p><b>Standing behind.</b> A {@link sekisho.protocol.Proof} holds the {@link sekisho.protocol.Assertion assertions} of those who
 * stand behind a request. {@link sekisho.protocol.Evidence} and {@link sekisho.protocol.BankResult} are statements that issuers and
 * banks sign; {@link sekisho.protocol.Description} is what a bank's protocol asks and tells. {@link sekisho.protocol.Flat} turns such
 * records into words.
 *
 * <p><b>Remembering.</b> {@link sekisho.protocol.StateRecord} is one row of the engine's state, as a snapshot holds it.
 *
 * <p><b>Rules.</b> Amounts are minor units of a {@link sekisho.protocol.Currency}; times are milliseconds since
 * 1970-01-01T00:00Z. Nothing here is null. Constructors refuse nonsense with {@link IllegalArgumentException}.
 * No personal data: owners are numbers and tokens.
 *
 * <p><b>Not here.</b> Encoding (module {@code wire}) and deciding (module {@code core}).
 */
@org.jspecify.annotations.NullMarked
package sekisho.protocol;
