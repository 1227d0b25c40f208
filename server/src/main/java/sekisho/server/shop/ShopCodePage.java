package sekisho.server.shop;

import gg.jte.Content;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import sekisho.server.pages.Page;
import sekisho.server.pages.Pictures;
import sekisho.server.pages.Visit;

/** The code that a shop prints and puts up: for any amount. */
@Controller
public final class ShopCodePage {

    /** What is shown. */
    public record Model(Shopkeeper keeper, Content picture, String spoken) {}

    @GetMapping("/shop/code")
    ModelAndView show(Visit visit, Shopkeeper keeper) {
        Shop shop = keeper.shop();
        return Page.of(
                "shop/code",
                visit,
                new Model(
                        keeper,
                        Pictures.qr(ShopCodes.encode(shop)),
                        shop.number().replaceAll("(....)(....)", "$1 $2")));
    }
}
