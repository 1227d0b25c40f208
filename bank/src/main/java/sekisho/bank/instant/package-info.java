/**
 * The instant protocol: one bank over JSON and HTTP/1.1.
 *
 * <p>{@link sekisho.bank.instant.InstantConnector} is the connector, {@link sekisho.bank.instant.InstantSettings} says
 * where the bank is and how it knows us. {@code Requests} writes what is sent, {@code Answers} reads what comes back.
 *
 * <p><b>The protocol.</b> Below the bank's address, with our API key as bearer token: {@code POST /debits} and {@code
 * /credits} with {@code {"key", "account", "amount", "currency"}}, {@code POST /enquiries} with {@code "direction"}
 * besides. Key and account are 32 hexadecimal digits, the amount is minor units. The bank answers 200 with {@code
 * {"key", "status"}}: {@code settled} (and {@code "reference"}, a number), {@code declined} (and {@code "reason"}, a
 * word), {@code processing}, {@code never-received} (and {@code "bound"}); or 409 with {@code conflict}.
 *
 * <p><b>Rules.</b> An answer must be whole, of the protocol to the letter, and name the instruction's key; no
 * redirection is followed; no answer over 16 KiB is read; plain HTTP is for loopback only. That a bank was not reached
 * is said only where no connection came about.
 */
@NullMarked
package sekisho.bank.instant;

import org.jspecify.annotations.NullMarked;
