/**
 * The simulated banks' HTTP: the instant protocol for operators, and an entrance for whoever directs the simulation.
 *
 * <p><b>The instant protocol</b>, below {@code /banks/{code}}; JSON in and out; the operator's API key as bearer token:
 * <ul>
 *   <li>{@code POST /debits}, {@code POST /credits}: {@code {"key": 32 hexadecimal digits, "account": 32 hexadecimal
 *       digits, "amount": minor units, "currency": "JPY"}}.
 *   <li>{@code POST /enquiries}: the same and {@code "direction": "debit" or "credit"}. An enquiry about a key that
 *       never came closes the key.
 *   <li>Answers: {@code {"key", "status"}} with the status {@code settled} ({@code "reference"}: a number), {@code
 *       declined} ({@code "reason"}: a word), {@code processing}, {@code never-received} ({@code "bound": true}: an
 *       order with this key will be declined from now on), all with 200, and {@code conflict} with 409: the key came
 *       before with other contents.
 *   <li>{@code GET /statement?currency=JPY&after=0}: the entries of the operator's settlement account.
 * </ul>
 *
 * <p><b>Mandates</b>, keys and statements (docs/bank-redirect.md): {@code MandateController}.
 *
 * <p><b>Without a browser</b> (docs/bank-backchannel.md): {@code BackchannelController}, {@code DebitFileController}.
 *
 * <p><b>Directing</b>, below {@code /admin}, with the director's key as bearer token: {@code AdminController}.
 *
 * <p><b>Types.</b> {@code ProtocolController} and {@code AdminController} take requests, {@code Doorkeeper} knows who
 * may, {@code StrictJson} reads and writes, {@code AnswerDocument} and its kin are what is written; {@code CutValve}
 * cuts connections; {@code ReceivedRequests} counts what reached each bank; {@code Problems} answers a {@code Refusal}. {@link
 * sekisho.banksimulator.http.HttpSetup} puts all of it together.
 *
 * <p><b>Rules.</b> Unknown or repeated fields, other types than said and bodies over 16 KiB are refused (400), and
 * nothing is done.
 */
@NullMarked
package sekisho.banksimulator.http;

import org.jspecify.annotations.NullMarked;
