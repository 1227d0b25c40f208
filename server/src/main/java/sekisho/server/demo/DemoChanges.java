package sekisho.server.demo;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import sekisho.bank.AccountToken;
import sekisho.protocol.BankId;
import sekisho.protocol.Digest;
import sekisho.protocol.OperationId;
import sekisho.protocol.WalletId;
import sekisho.server.access.Allowed;
import sekisho.server.access.Scope;
import sekisho.server.problem.ProblemCode;
import sekisho.server.problem.ProblemException;

/**
 * What only people can do, done by people who do not exist: for whoever tries the API by hand. In the demo world and from this machine
 * only; in no document, because no product has it.
 */
@Hidden
@RestController
final class DemoChanges {
    private final DemoDoors doors;
    private final DemoOwners owners;
    private final DemoSeed seed;
    private final Telephones telephones;

    DemoChanges(DemoDoors doors, DemoOwners owners, DemoSeed seed, Telephones telephones) {
        this.doors = doors;
        this.owners = owners;
        this.seed = seed;
        this.telephones = telephones;
    }

    /** Whose wallet. */
    record Owner(WalletId wallet) {}

    /** Which account. */
    record Link(WalletId wallet, BankId bank, AccountToken account) {}

    record Linked(OperationId id) {}

    /** To what the owner of a wallet is to agree. */
    record Question(WalletId wallet, String challenge) {}

    record Answer(String approval) {}

    /** The wallet gets an owner, who shows a card. */
    @PostMapping("/v1/demo/owners")
    @ResponseStatus(HttpStatus.CREATED)
    @Allowed(Scope.OPERATOR)
    Owner own(HttpServletRequest http, @RequestBody Owner body) {
        requireOpen(http);
        owners.appear(body.wallet());
        return body;
    }

    /** The owner links an account, through the checkpoint. */
    @PostMapping("/v1/demo/links")
    @ResponseStatus(HttpStatus.CREATED)
    @Allowed(Scope.OPERATOR)
    Linked link(HttpServletRequest http, @RequestBody Link body) throws InterruptedException {
        requireOpen(http);
        DemoBank bank = seed.bank(body.bank())
                .orElseThrow(() ->
                        new ProblemException(ProblemCode.NOT_FOUND.problem().at("/bank")));
        return new Linked(owners.link(body.wallet(), bank, body.account()));
    }

    /** The owner agrees to a challenge; the answer goes into the header {@code Approval}. */
    @PostMapping("/v1/demo/approvals")
    @Allowed(Scope.OPERATOR)
    Answer approve(HttpServletRequest http, @RequestBody Question body) {
        requireOpen(http);
        try {
            Digest challenge = Digest.of(Base64.getUrlDecoder().decode(body.challenge()));
            String answer = telephones.answer(body.wallet(), challenge);
            return new Answer(
                    Base64.getUrlEncoder().withoutPadding().encodeToString(answer.getBytes(StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException noDigest) {
            throw new ProblemException(ProblemCode.MALFORMED_VALUE.problem().at("/challenge"));
        }
    }

    private void requireOpen(HttpServletRequest http) {
        if (!doors.open(http)) {
            throw new ProblemException(ProblemCode.NOT_FOUND.problem());
        }
        if (!seed.planted()) {
            throw new ProblemException(ProblemCode.NOT_SENT
                    .because("The demo world is not there yet.")
                    .retryAfter(1));
        }
    }
}
