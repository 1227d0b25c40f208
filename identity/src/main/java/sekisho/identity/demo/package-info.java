/**
 * Cards, passports and their authorities that do not exist: for demonstrations and tests.
 *
 * <p>A {@link sekisho.identity.demo.DemoAuthority} gives a {@link sekisho.identity.demo.DemoPerson} a {@link
 * sekisho.identity.demo.DemoCard}; a {@link sekisho.identity.demo.DemoCountry} gives a {@link
 * sekisho.identity.demo.DemoTraveller} a {@link sekisho.identity.demo.DemoPassport}. {@code Issuing} makes certificates,
 * {@code RevocationDesk} lists and answers about them, {@code DemoZone} machine-readable zones.
 *
 * <p><b>Rules.</b> Keys are made afresh by each instance and stay in memory, unless the caller keeps an authority ({@code Kept}). Every certificate carries the {@link
 * sekisho.identity.pki.DemoMark}; a production profile refuses anchors with it.
 *
 * <p><b>Not here.</b> PINs and the transport to a card.
 */
@NullMarked
package sekisho.identity.demo;

import org.jspecify.annotations.NullMarked;
