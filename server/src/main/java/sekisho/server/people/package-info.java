/**
 * People: who has a wallet, how they are reached, and what others call them.
 *
 * <p>{@link sekisho.server.people.People} keeps a {@link sekisho.server.people.Person}, named by a
 * {@link sekisho.server.people.PersonId}; {@link sekisho.server.people.Handle} is what others send money to;
 * {@link sekisho.server.people.Contacts} are mail addresses and telephone numbers ({@link sekisho.server.people.Phone}), proved by a
 * code.
 *
 * <p><b>Rules.</b> A contact is where notices go; it proves nothing about who somebody is, and is no way to sign in. A contact
 * whose place another took is told what happens for thirty more days. Nobody is found by telephone number who has not asked for it. Every
 * personal value lies in the vault.
 *
 * <p><b>Not here.</b> Names (package {@code identity}: only evidence has one), passkeys, money.
 */
@NullMarked
package sekisho.server.people;

import org.jspecify.annotations.NullMarked;
