/**
 * The banks' own pages, for their customers: home, sign-in, statement, mandates, and the page to which an operator sends
 * people (docs/bank-redirect.md). Below {@code /banks/{code}/}; all banks are listed at {@code /banks}.
 *
 * <p><b>Types.</b> {@link sekisho.banksimulator.pages.PageSetup} puts the pages together; {@link
 * sekisho.banksimulator.pages.Reception} is what they share: banks, visits, words, templates. A {@code Visit} is one
 * browser at one bank, in a {@code Stage}. {@code HomePages}, {@code SignInPages}, {@code AccountPages}, {@code
 * LinkingPages}, {@code AuthorizePages}, {@code DevicePages} and {@code PracticePages} take requests; {@code Grants}, {@code
 * Results} and {@code HolderNotices} do what follows from an agreement; {@code Frame}, {@code AskField} and their
 * kin are what templates are given; {@code Page} is an answer with its headers.
 *
 * <p><b>Without a browser</b> (docs/bank-backchannel.md): {@link sekisho.banksimulator.pages.Backchannel} takes requests and codes,
 * {@link sekisho.banksimulator.pages.DebitFileDesk} takes files, and {@code FileDebits} debits what they say; {@code OpenRequests}
 * keeps each {@code OpenRequest} until it is answered, {@code Allowances} counts who asked about whom.
 *
 * <p><b>Rules.</b> Every bank looks as its own description says and shares nothing with Sekisho's design. No inline
 * style or script; templates escape everything. A form carries its visit's secret; an operator's post carries a
 * signature. Japanese unless English is chosen. A visit forgets everything after 15 minutes without a click.
 *
 * <p><b>Practice.</b> If the simulator is started for practice, each bank has a page that says what its made-up customers
 * know, and shows their devices. Otherwise there is no such page; a device is seen by who has its key.
 */
@NullMarked
package sekisho.banksimulator.pages;

import org.jspecify.annotations.NullMarked;
