package sekisho.server.linking;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import sekisho.server.budget.Budgets;
import sekisho.server.budget.Purpose;
import sekisho.server.problem.ProblemCode;
import sekisho.server.problem.ProblemException;

/**
 * Takes banks' notices that a mandate has ended. A notice is believed only if its bank has signed it, and then it only has the bank
 * asked for its list now: forged, repeated or lost, it changes nothing.
 */
@Controller
final class BankNoticePage {
    private static final System.Logger LOG = System.getLogger(BankNoticePage.class.getName());

    private final ObjectProvider<BankRedirect> redirect;
    private final MandateFollowers followers;
    private final Budgets budgets;

    BankNoticePage(ObjectProvider<BankRedirect> redirect, MandateFollowers followers, Budgets budgets) {
        this.redirect = redirect;
        this.followers = followers;
        this.budgets = budgets;
    }

    @Hidden
    @PostMapping("/bank-notices")
    @ResponseBody
    ResponseEntity<byte[]> take(HttpServletRequest request) throws IOException {
        budgets.require(Purpose.BANK_NOTICE, String.valueOf(request.getRemoteAddr()));
        BankRedirect ways = redirect.getIfAvailable();
        if (ways == null) {
            throw new ProblemException(ProblemCode.NOT_FOUND.problem());
        }
        String notice = new String(request.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        return switch (ways.readNotice(notice)) {
            case BankRedirect.Notice.Ended(var bank) -> {
                boolean _ = followers.wake(bank);
                yield ResponseEntity.noContent().build();
            }
            case BankRedirect.Notice.Refused(var code) -> {
                LOG.log(Level.WARNING, "a notice of an ended mandate was refused: {0}", code);
                yield ResponseEntity.badRequest().build();
            }
            case BankRedirect.Notice.NotNow _ ->
                ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build();
        };
    }
}
