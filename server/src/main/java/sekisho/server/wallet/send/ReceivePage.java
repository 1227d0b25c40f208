package sekisho.server.wallet.send;

import gg.jte.Content;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import sekisho.server.entrance.Customer;
import sekisho.server.pages.Page;
import sekisho.server.pages.Pictures;
import sekisho.server.pages.Visit;

/** The code that a person shows to receive money. */
@Controller
public final class ReceivePage {

    /** What is shown: the code as a picture, and what it says. */
    public record Model(Content picture, String handle) {}

    @GetMapping("/receive")
    ModelAndView show(Visit visit, Customer customer) {
        var code = new ReceiveCode(customer.handle());
        return Page.of(
                "wallet/receive",
                visit,
                new Model(Pictures.qr(code.encode()), customer.handle().shown()));
    }
}
