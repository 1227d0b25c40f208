package sekisho.browsertests.sweep;

import static sekisho.browsertests.journey.Role.BANK_CUSTOMER;
import static sekisho.browsertests.journey.Role.CUSTOMER;
import static sekisho.browsertests.journey.Role.MERCHANT;
import static sekisho.browsertests.journey.Role.OPERATOR;
import static sekisho.browsertests.system.Site.BANK;
import static sekisho.browsertests.system.Site.CONSOLE;
import static sekisho.browsertests.system.Site.WALLET;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import sekisho.browsertests.journey.Role;

/**
 * Where the pages are and who may open them, one line a page, in the order of the journeys. {@code SweepTest} holds it against
 * the controllers.
 *
 * <pre>
 * Place.open(WALLET, "/sign-in").sends("/home", CUSTOMER, MERCHANT),
 * Place.page(WALLET, "/home").shownTo(CUSTOMER, MERCHANT),
 * Place.page(WALLET, "/history/{entry}").shownTo(OWNERS).linkedFrom("/history"),
 * Place.page(WALLET, "/live").part(),
 * Place.page(CONSOLE, "/banks").shownTo(OPERATOR),
 * </pre>
 */
public final class Places {
    /** Pages of the machinery: they have no address of their own that anybody opens. */
    private static final Set<String> INSIDE = Set.of("/error");

    private static final int HIDDEN = 404;
    private static final int GONE = 410;

    /** Who has a wallet. */
    private static final Role[] OWNERS = {CUSTOMER, MERCHANT};

    private static final List<Place> WALLET_PAGES = List.of(
            Place.page(WALLET, "/").sends("/home", OWNERS),
            Place.open(WALLET, "/sign-in").sends("/home", OWNERS),
            Place.open(WALLET, "/sign-up").sends("/home", OWNERS),
            Place.open(WALLET, "/recover").sends("/settings/devices", OWNERS),
            Place.open(WALLET, "/recover/code").sends("/recover", Role.values()).sends("/settings/devices", OWNERS),
            Place.open(WALLET, "/recover/card").sends("/recover", Role.values()).sends("/settings/devices", OWNERS),
            Place.open(WALLET, "/recover/passkey")
                    .sends("/recover", Role.values())
                    .sends("/settings/devices", OWNERS),
            Place.page(WALLET, "/welcome/mail").sends("/home", OWNERS),
            Place.page(WALLET, "/welcome/identity").sends("/home", OWNERS),
            Place.page(WALLET, "/welcome/identity/card").sends("/home", OWNERS),
            Place.page(WALLET, "/welcome/identity/passport").sends("/home", OWNERS),
            Place.page(WALLET, "/welcome/identity/checked").sends("/home", OWNERS),
            Place.page(WALLET, "/welcome/handle").sends("/home", OWNERS),
            Place.page(WALLET, "/home").shownTo(OWNERS),
            Place.page(WALLET, "/home/now").shownTo(OWNERS).part(),
            Place.page(WALLET, "/live").shownTo(OWNERS).part(),
            Place.page(WALLET, "/inbox").shownTo(OWNERS),
            Place.page(WALLET, "/history").shownTo(OWNERS),
            Place.page(WALLET, "/history.csv").shownTo(OWNERS).part(),
            Place.page(WALLET, "/receipt/{operation}").shownTo(OWNERS).linkedFrom("/history"),
            Place.page(WALLET, "/links").shownTo(OWNERS),
            Place.page(WALLET, "/links/choose").shownTo(OWNERS),
            Place.page(WALLET, "/links/banks").shownTo(OWNERS).part(),
            Place.page(WALLET, "/links/{link}").shownTo(OWNERS).linkedFrom("/links"),
            Place.page(WALLET, "/links/at/{code}").shownTo(OWNERS).at("/links/at/0802"),
            Place.page(WALLET, "/links/refused").shownTo(OWNERS),
            Place.page(WALLET, "/links/waiting/{reference}")
                    .at("/links/waiting/00000000-0000-0000-0000-000000000000")
                    .refuses(HIDDEN, OWNERS),
            Place.page(WALLET, "/links/{link}/code")
                    .at("/links/00000000000000000000000000000001/code")
                    .refuses(HIDDEN, OWNERS),
            Place.page(WALLET, "/link/return").sends("/links/refused", OWNERS).at("/link/return?result=0"),
            Place.page(WALLET, "/link/return/fapi/{code}")
                    .at("/link/return/fapi/0802?state=0")
                    .sends("/links/refused", OWNERS),
            Place.page(WALLET, "/top-up").shownTo(OWNERS),
            Place.page(WALLET, "/cash-out").shownTo(OWNERS),
            Place.page(WALLET, "/send").shownTo(OWNERS),
            Place.page(WALLET, "/receive").shownTo(OWNERS),
            Place.page(WALLET, "/request").shownTo(OWNERS),
            Place.page(WALLET, "/requests").shownTo(OWNERS),
            Place.page(WALLET, "/settings").shownTo(OWNERS),
            Place.page(WALLET, "/settings/limits").shownTo(OWNERS),
            Place.page(WALLET, "/settings/devices").shownTo(OWNERS),
            Place.page(WALLET, "/settings/passkeys/new").shownTo(OWNERS),
            Place.page(WALLET, "/settings/passkeys/make").sends("/settings/passkeys/new", OWNERS),
            Place.page(WALLET, "/settings/passkeys/remove")
                    .at("/settings/passkeys/remove?passkey=AAAA")
                    .refuses(HIDDEN, OWNERS),
            Place.page(WALLET, "/settings/passkeys/card")
                    .at("/settings/passkeys/card?passkey=AAAA")
                    .refuses(HIDDEN, OWNERS),
            Place.page(WALLET, "/settings/passkeys/raise").sends("/settings/devices", OWNERS),
            Place.page(WALLET, "/settings/contacts").shownTo(OWNERS),
            Place.page(WALLET, "/settings/contacts/{word}")
                    .at("/settings/contacts/phone")
                    .shownTo(OWNERS),
            Place.page(WALLET, "/settings/contacts/{word}/confirm")
                    .at("/settings/contacts/phone/confirm")
                    .sends("/settings/contacts/phone", OWNERS),
            Place.page(WALLET, "/settings/contacts/{word}/code")
                    .at("/settings/contacts/phone/code")
                    .sends("/settings/contacts", OWNERS),
            Place.page(WALLET, "/settings/found-by-phone").shownTo(OWNERS),
            Place.page(WALLET, "/settings/freeze").shownTo(OWNERS),
            Place.page(WALLET, "/settings/close").shownTo(OWNERS),
            Place.page(WALLET, "/pay").shownTo(OWNERS),
            Place.page(WALLET, "/pay/code").shownTo(OWNERS),
            Place.page(WALLET, "/pay/code/now").shownTo(OWNERS).part(),
            Place.open(WALLET, "/door"),
            Place.open(WALLET, "/door/bank").at("/door/bank?code=0802").sends("/door/at/0802", Role.values()),
            Place.open(WALLET, "/door/at/{code}").at("/door/at/0802"),
            Place.open(WALLET, "/door/return").at("/door/return?result=0").sends("/door/done", Role.values()),
            Place.open(WALLET, "/door/done"),
            Place.open(WALLET, "/demo"),
            Place.open(WALLET, "/demo/enter/{token}").refuses(GONE, Role.values()),
            Place.page(WALLET, "/demo/reader").shownTo(OWNERS),
            Place.page(WALLET, "/demo/reader/{reading}").refuses(HIDDEN, OWNERS),
            Place.open(WALLET, "/parts"),
            Place.open(WALLET, "/post-box"),
            Place.open(WALLET, "/.well-known/link-keys.json").part(),
            Place.open(WALLET, "/app.webmanifest").part());

    private static final List<Place> SHOP_PAGES = List.of(
            Place.page(WALLET, "/shop").shownTo(MERCHANT),
            Place.page(WALLET, "/shop/charge").shownTo(MERCHANT),
            Place.page(WALLET, "/shop/charges/{id}"),
            Place.page(WALLET, "/shop/code").shownTo(MERCHANT),
            Place.page(WALLET, "/shop/day").shownTo(MERCHANT),
            Place.page(WALLET, "/shop/payments/{payment}").shownTo(MERCHANT).linkedFrom("/shop/day"),
            Place.page(WALLET, "/shop/payout").shownTo(MERCHANT),
            Place.page(WALLET, "/shop/live").shownTo(MERCHANT).part());

    private static final List<Place> CONSOLE_PAGES = List.of(
            Place.open(CONSOLE, "/console/sign-in"),
            Place.page(CONSOLE, "/console").sends("/console/banks", OPERATOR),
            Place.page(CONSOLE, "/console/banks").shownTo(OPERATOR),
            Place.page(CONSOLE, "/console/banks/{code}").shownTo(OPERATOR).linkedFrom("/console/banks"),
            Place.page(CONSOLE, "/console/banks/{code}/description")
                    .shownTo(OPERATOR)
                    .reachedFrom("/console/banks/0830/description"),
            Place.page(CONSOLE, "/console/accounts").shownTo(OPERATOR),
            Place.page(CONSOLE, "/console/methods").shownTo(OPERATOR),
            Place.page(CONSOLE, "/console/approvals").shownTo(OPERATOR),
            Place.page(CONSOLE, "/console/approvals/{proposal}"),
            Place.page(CONSOLE, "/console/health").shownTo(OPERATOR),
            Place.page(CONSOLE, "/console/wallets").shownTo(OPERATOR),
            Place.page(CONSOLE, "/console/wallets/{wallet}")
                    .shownTo(OPERATOR)
                    .reachedFrom("/console/wallets?query=@taro"),
            Place.page(CONSOLE, "/console/audit").shownTo(OPERATOR),
            Place.page(CONSOLE, "/console/passkeys").shownTo(OPERATOR));

    private static final List<Place> BANK_PAGES = List.of(
            Place.open(BANK, "/banks"),
            Place.open(BANK, "/banks/{code}").at("/banks/0801").sends("/banks/0801/", Role.values()),
            Place.open(BANK, "/banks/{code}/").at("/banks/0801/"),
            Place.open(BANK, "/banks/{code}/practice").at("/banks/0801/practice"),
            Place.open(BANK, "/banks/{code}/device/{key}").refuses(HIDDEN, Role.values()),
            Place.open(BANK, "/banks/{code}/notice/{key}").refuses(HIDDEN, Role.values()),
            Place.open(BANK, "/banks/{code}/look.css")
                    .at("/banks/0801/look.css")
                    .part(),
            Place.open(BANK, "/banks/{code}/emblem.svg")
                    .at("/banks/0801/emblem.svg")
                    .part(),
            Place.open(BANK, "/bank-files/{name}").part(),
            Place.open(BANK, "/banks/{code}/waiting").at("/banks/0801/waiting").part(),
            Place.open(BANK, "/banks/{code}/authorize")
                    .at("/banks/0801/authorize")
                    .refuses(HIDDEN, Role.values()),
            Place.open(BANK, "/banks/{code}/sign-in")
                    .at("/banks/0801/sign-in")
                    .sends("/banks/0801/account", BANK_CUSTOMER),
            Place.page(BANK, "/banks/{code}/account").at("/banks/0801/account").shownTo(BANK_CUSTOMER),
            Place.page(BANK, "/banks/{code}/account/mandates")
                    .at("/banks/0801/account/mandates")
                    .shownTo(BANK_CUSTOMER),
            Place.page(BANK, "/banks/{code}/account/linkings")
                    .at("/banks/0801/account/linkings")
                    .shownTo(BANK_CUSTOMER),
            // Last: whoever has chosen a language keeps it.
            Place.open(BANK, "/banks/language")
                    .at("/banks/language?to=en&back=/banks")
                    .sends("/banks", Role.values()));

    private static final List<Place> ALL = Stream.of(WALLET_PAGES, SHOP_PAGES, CONSOLE_PAGES, BANK_PAGES)
            .flatMap(List::stream)
            .toList();

    /** Routes for programs that anybody may read. */
    private static final Set<String> OPEN_TO_PROGRAMS =
            Set.of("/problems", "/problems/{code}", "/v3/api-docs", "/.well-known/oauth-authorization-server");

    private Places() {}

    public static List<Place> all() {
        return ALL;
    }

    /** Those of some pages that nothing is said of. */
    public static List<Route> unclassified(List<Route> pages) {
        return pages.stream()
                .filter(route -> !INSIDE.contains(route.pattern()))
                .filter(route -> ALL.stream().noneMatch(place -> place.is(route)))
                .toList();
    }

    /** Whether programs need no token for it. */
    public static boolean isOpenToPrograms(Route route) {
        return OPEN_TO_PROGRAMS.contains(route.pattern());
    }
}
