package sekisho.server.api.settings;

import static sekisho.protocol.Refusal.BEHAVIOUR_NOT_KNOWN;
import static sekisho.protocol.Refusal.CAPACITY_BELOW_USE;
import static sekisho.protocol.Refusal.CURRENCY_EXISTS;
import static sekisho.protocol.Refusal.CURRENCY_NOT_FOUND;
import static sekisho.protocol.Refusal.TIME_NOT_NEAR;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import sekisho.protocol.Limit;
import sekisho.protocol.SettingsCommand;
import sekisho.protocol.SettingsOutcome;
import sekisho.protocol.TierId;
import sekisho.server.access.Allowed;
import sekisho.server.access.Scope;
import sekisho.server.api.ApiRequest;
import sekisho.server.api.Changes;
import sekisho.server.api.Defaults;
import sekisho.server.api.Refuses;
import sekisho.server.problem.Fields;

@RestController
@Tag(name = "Settings", description = "What the engine is told of the world.")
final class SettingsChanges {
    private final Changes changes;

    SettingsChanges(Changes changes) {
        this.changes = changes;
    }

    @PostMapping("/v1/currencies")
    @ResponseStatus(HttpStatus.CREATED)
    @Allowed(Scope.OPERATOR)
    @Refuses({CURRENCY_EXISTS})
    @Operation(summary = "Define a currency")
    ResponseEntity<DefinedCurrency> define(ApiRequest request, @RequestBody DefineCurrency body) {
        boolean test = Defaults.of(body.test());
        return changes.apply(
                request,
                new SettingsCommand.DefineCurrency(
                        body.currency(), body.exponent().value(), test),
                new Changes.Accepted<>(HttpStatus.CREATED, Fields.USUAL, SettingsOutcome.Applied.class),
                _ -> new DefinedCurrency(body.currency(), body.exponent(), test));
    }

    @PutMapping("/v1/tiers/{tier}/limits/{operation}")
    @Allowed(Scope.OPERATOR)
    @Refuses({CURRENCY_NOT_FOUND})
    @Operation(summary = "Set a tier's limit for one operation", description = "Replaces what was set.")
    ResponseEntity<Applied> setLimit(
            ApiRequest request,
            @PathVariable TierId tier,
            @PathVariable sekisho.protocol.Operation operation,
            @RequestBody TierLimit body) {
        return apply(
                request, new SettingsCommand.SetLimit(tier, Defaults.of(body.currency()), operation, body.limit()));
    }

    @PutMapping("/v1/tiers/{tier}/balance-cap")
    @Allowed(Scope.OPERATOR)
    @Refuses({CURRENCY_NOT_FOUND})
    @Operation(summary = "Set how much a wallet of a tier may hold", description = "Replaces what was set.")
    ResponseEntity<Applied> setCap(ApiRequest request, @PathVariable TierId tier, @RequestBody BalanceCap body) {
        return apply(
                request,
                new SettingsCommand.SetBalanceCap(
                        tier,
                        Defaults.of(body.currency()),
                        body.cap() == null ? Limit.NONE : body.cap().value()));
    }

    @PostMapping("/v1/engine/time-confirmations")
    @Allowed(Scope.OPERATOR)
    @Refuses({TIME_NOT_NEAR})
    @Operation(
            summary = "Confirm that the clock is right although it jumped",
            description = "A jump of over a minute halts everything until then.")
    ResponseEntity<Applied> confirmTime(ApiRequest request, @RequestBody TimeConfirmation body) {
        return apply(request, new SettingsCommand.ConfirmTime(body.time().toEpochMilli()));
    }

    @PutMapping("/v1/engine/behaviour")
    @Allowed(Scope.OPERATOR)
    @Refuses({BEHAVIOUR_NOT_KNOWN})
    @Operation(summary = "Switch to a later version of the engine's behaviour")
    ResponseEntity<Applied> switchBehaviour(ApiRequest request, @RequestBody BehaviourVersion body) {
        return apply(request, new SettingsCommand.SwitchBehaviour(body.version().value()));
    }

    @PutMapping("/v1/engine/journal-capacity")
    @Allowed(Scope.OPERATOR)
    @Refuses({CAPACITY_BELOW_USE})
    @Operation(summary = "Set how many answers the engine remembers at most")
    ResponseEntity<Applied> setJournalCapacity(ApiRequest request, @RequestBody JournalCapacity body) {
        return apply(
                request, new SettingsCommand.SetJournalCapacity(body.answers().minorUnits()));
    }

    private ResponseEntity<Applied> apply(ApiRequest request, SettingsCommand command) {
        return changes.apply(
                request,
                command,
                new Changes.Accepted<>(HttpStatus.OK, Fields.USUAL, SettingsOutcome.Applied.class),
                _ -> new Applied(true));
    }
}
