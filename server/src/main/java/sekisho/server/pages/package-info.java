/**
 * What all pages share: how they are made, what they say and in which language, and what is shown when they fail.
 *
 * <p>A controller returns {@link sekisho.server.pages.Page#of a page} (a template and its model) or a {@link
 * sekisho.server.pages.Redirect}. {@link sekisho.server.pages.Visit} is what a template knows of the request: language, theme,
 * time, who is signed in; controllers get it as an argument. {@link sekisho.server.pages.Words} are the texts,
 * {@link sekisho.server.pages.MoneyWords} and {@link sekisho.server.pages.TimeWords} money and times in words,
 * {@link sekisho.server.pages.MoneyText} reads amounts. {@link sekisho.server.pages.FormErrors} stand beside fields.
 * {@link sekisho.server.pages.Assets} are style sheets, scripts and icons, under addresses that change with their contents.
 * {@link sekisho.server.pages.PagePaths} tells pages from the API. {@code PageFailures} shows failures as pages.
 *
 * <p><b>Rules.</b> No text in a template or controller: a key of {@code messages_ja.properties} and
 * {@code messages_en.properties}. No style and no script in a page: the content security policy allows none. After a change
 * a redirect follows, so that reloading repeats nothing. What belongs to somebody else is {@link
 * sekisho.server.pages.NotThere}, like what does not exist.
 *
 * <p><b>Not here.</b> Who is signed in ({@code session}), the pages themselves ({@code wallet} and its neighbours).
 */
@NullMarked
package sekisho.server.pages;

import org.jspecify.annotations.NullMarked;
