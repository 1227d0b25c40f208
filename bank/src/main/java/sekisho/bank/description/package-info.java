/**
 * What a bank's protocol is, as a file: how somebody is identified there, what the bank compares, how it tells the
 * account's holder, and what may move. How strong its links are follows from it.
 *
 * <p><b>Types.</b> {@link sekisho.bank.description.Descriptions} reads a folder of files, and is what the demonstration's 35
 * fictional banks come from; each is {@link sekisho.bank.description.Sourced}: a {@link
 * sekisho.bank.description.BankDescription} with the hash of its bytes. {@link sekisho.bank.description.DescriptionReader}
 * reads one and ends in a {@link sekisho.bank.description.DescriptionReading}: the description, or every {@link
 * sekisho.bank.description.Mistake} in it ({@link sekisho.bank.description.FaultyDescriptions} for a folder). A description
 * has a {@link sekisho.bank.description.Rail}; {@link sekisho.bank.description.AskStep}s, each an {@link
 * sekisho.bank.description.Ask}; a {@link sekisho.bank.description.Matching}, a {@link sekisho.bank.description.Telling}, a
 * {@link sekisho.bank.description.Liability}, {@link sekisho.bank.description.Bounds} and {@link
 * sekisho.bank.description.Hours}. {@link sekisho.bank.description.Strength} computes from it how strong a link is, and
 * {@link sekisho.bank.description.EngineTerms} makes of it what the engine is told: its {@link sekisho.protocol.Description}.
 *
 * <p><b>A file.</b> All fields are required but {@code dynamic}, {@code phishing-resistant} and {@code net-banking}; times are in Japan's, amounts in
 * yen.
 * <pre>
 * bank: "0814"
 * version: 1
 * rail: web-mandate            # web-mandate, fapi, decoupled, deposit-code, direct-debit-file
 * asks:                        # what the bank itself asks, in order
 *   - {page: 1, ask: branch, rests-on: []}
 *   - {page: 2, ask: card-pin, rests-on: [knowledge]}
 *   - {page: 3, ask: sms-code, rests-on: [possession], dynamic: true}   # also phishing-resistant: true
 * adds: []                     # deposit-code: we add a code in the statement
 * matches: {attributes: [name-kana, phone], answers: each}    # each, together, values
 * tells: {channel: sms, proof-of-delivery: true, contact-changes: true}
 * objection: 24h
 * liability: shared            # operator, bank, shared
 * limits: {once: 100000, in-24-hours: 100000, in-30-days: 300000, new-links-in-24-hours: 3000000}
 * hours: {from: "00:00", until: "24:00"}
 * pull-back: 5d
 * net-banking: two-factor      # or one-factor; only for statement-code: what whoever sees a statement has passed
 * </pre>
 *
 * <p><b>Rules.</b> A file that has a mistake is not used, nor is its folder. A description may say that an ask counts for
 * less than it can, never for more: it cannot make a PIN dynamic. Strength is computed from the file alone; none is written
 * in it. A bank whose links wait for their holder's word has to tell
 * them somehow.
 *
 * <p><b>Not here.</b> Putting a description into force, which the engine does with two people's assertions where it loosens;
 * what strength an operation needs, which is the engine's floor; the secrets and addresses of a connector; the names of banks
 * and how their pages look.
 */
@NullMarked
package sekisho.bank.description;

import org.jspecify.annotations.NullMarked;
