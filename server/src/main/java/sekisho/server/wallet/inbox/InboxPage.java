package sekisho.server.wallet.inbox;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import sekisho.server.entrance.Customer;
import sekisho.server.notice.Notice;
import sekisho.server.notice.Notices;
import sekisho.server.pages.Page;
import sekisho.server.pages.Visit;

/** What a person was told. What was shown counts as read. */
@Controller
public final class InboxPage {
    private final Notices notices;

    InboxPage(Notices notices) {
        this.notices = notices;
    }

    public record Model(List<Notice> notices) {}

    @GetMapping("/inbox")
    ModelAndView show(Visit visit, Customer customer) {
        var model = new Model(notices.of(customer.person()));
        notices.read(customer.person());
        return Page.of("wallet/inbox", visit, model);
    }
}
