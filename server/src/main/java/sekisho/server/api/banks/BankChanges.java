package sekisho.server.api.banks;

import static sekisho.protocol.Refusal.AMOUNT_OVERFLOW;
import static sekisho.protocol.Refusal.BANK_EXISTS;
import static sekisho.protocol.Refusal.BANK_FUNDS_EXHAUSTED;
import static sekisho.protocol.Refusal.BANK_NOT_FOUND;
import static sekisho.protocol.Refusal.CURRENCY_NOT_FOUND;
import static sekisho.protocol.Refusal.MORE_THAN_IN_TRANSIT;
import static sekisho.protocol.Refusal.SAME_BANK;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import sekisho.protocol.BankCommand;
import sekisho.protocol.BankId;
import sekisho.protocol.BankOutcome;
import sekisho.server.access.Allowed;
import sekisho.server.access.Scope;
import sekisho.server.api.ApiRequest;
import sekisho.server.api.Changes;
import sekisho.server.api.Defaults;
import sekisho.server.api.Ids;
import sekisho.server.api.Refuses;
import sekisho.server.history.BankStates;
import sekisho.server.problem.Fields;
import sekisho.server.problem.Subject;

@RestController
@Tag(name = "Banks", description = "Banks, their switches, and money between them.")
final class BankChanges {
    private static final Fields IN_PATH = Fields.USUAL.inPath(Subject.BANK);
    private static final Fields SWEEP = Fields.USUAL.with(Subject.BANK, "/from").with(Subject.OTHER_BANK, "/to");

    private final Changes changes;
    private final BankStates states;

    BankChanges(Changes changes, BankStates states) {
        this.changes = changes;
        this.states = states;
    }

    @PostMapping("/v1/banks")
    @ResponseStatus(HttpStatus.CREATED)
    @Allowed(Scope.BANKS_OPERATE)
    @Refuses({BANK_EXISTS})
    @Operation(summary = "Register a bank, everything open")
    ResponseEntity<RegisteredBank> register(ApiRequest request, @RequestBody RegisterBank body) {
        return changes.apply(
                request,
                new BankCommand.Register(body.bank()),
                new Changes.Accepted<>(HttpStatus.CREATED, Fields.USUAL, BankOutcome.Registered.class),
                _ -> new RegisteredBank(body.bank()));
    }

    @PostMapping("/v1/banks/{bank}/suspensions")
    @Allowed(Scope.BANKS_OPERATE)
    @Refuses({BANK_NOT_FOUND})
    @Operation(
            summary = "Stop one operation at a bank",
            description =
                    "From this on the bank is called for nothing more of it; what nobody has claimed is withdrawn.")
    ResponseEntity<Suspended> suspend(ApiRequest request, @PathVariable BankId bank, @RequestBody Switch body) {
        return changes.apply(
                request,
                new BankCommand.Suspend(bank, body.operation(), Defaults.of(body.reason())),
                new Changes.Accepted<>(HttpStatus.OK, IN_PATH, BankOutcome.Suspended.class),
                suspended -> new Suspended(bank, body.operation(), suspended.unclaimed()));
    }

    @PostMapping("/v1/banks/{bank}/reopenings")
    @Allowed(Scope.BANKS_OPERATE)
    @Refuses({BANK_NOT_FOUND})
    @Operation(summary = "Open one operation at a bank again")
    ResponseEntity<Reopened> reopen(ApiRequest request, @PathVariable BankId bank, @RequestBody Switch body) {
        return changes.apply(
                request,
                new BankCommand.Reopen(bank, body.operation(), Defaults.of(body.reason())),
                new Changes.Accepted<>(HttpStatus.OK, IN_PATH, BankOutcome.Reopened.class),
                _ -> new Reopened(bank, body.operation()));
    }

    @PostMapping("/v1/sweeps")
    @ResponseStatus(HttpStatus.CREATED)
    @Allowed(Scope.BANKS_OPERATE)
    @Refuses({CURRENCY_NOT_FOUND, BANK_NOT_FOUND, SAME_BANK, BANK_FUNDS_EXHAUSTED, AMOUNT_OVERFLOW})
    @Operation(summary = "Send settled money from one bank towards another")
    ResponseEntity<Swept> sweep(ApiRequest request, @RequestBody Sweep body) {
        return changes.apply(
                request,
                new BankCommand.Sweep(body.from(), body.to(), body.money()),
                new Changes.Accepted<>(HttpStatus.CREATED, fields(body), BankOutcome.Swept.class),
                swept -> booked(request, body, swept.inTransit()));
    }

    @PostMapping("/v1/sweeps/arrivals")
    @ResponseStatus(HttpStatus.CREATED)
    @Allowed(Scope.BANKS_OPERATE)
    @Refuses({CURRENCY_NOT_FOUND, BANK_NOT_FOUND, SAME_BANK, MORE_THAN_IN_TRANSIT, AMOUNT_OVERFLOW})
    @Operation(summary = "Say that swept money, or a part of it, has arrived")
    ResponseEntity<Swept> arrive(ApiRequest request, @RequestBody Sweep body) {
        return changes.apply(
                request,
                new BankCommand.SweepArrived(body.from(), body.to(), body.money()),
                new Changes.Accepted<>(HttpStatus.CREATED, fields(body), BankOutcome.Arrived.class),
                arrived -> booked(request, body, arrived.inTransit()));
    }

    /** The engine does not say which of the two banks it does not know. */
    private Fields fields(Sweep body) {
        return states.find(body.from()).isPresent() ? SWEEP.with(Subject.BANK, "/to") : SWEEP;
    }

    private static Swept booked(ApiRequest request, Sweep sweep, long inTransit) {
        return new Swept(
                Ids.operation(request),
                sweep.from(),
                sweep.to(),
                sweep.amount(),
                Defaults.of(sweep.currency()),
                inTransit);
    }
}
