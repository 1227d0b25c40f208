package sekisho.server.api.payments;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import sekisho.protocol.OperationId;
import sekisho.protocol.Refusal;
import sekisho.server.access.Allowed;
import sekisho.server.access.Scope;
import sekisho.server.api.Reads;
import sekisho.server.history.Payments;
import sekisho.server.json.Count;

@RestController
@Tag(name = "Payments")
final class PaymentReads {
    private final Payments payments;
    private final Reads reads;

    PaymentReads(Payments payments, Reads reads) {
        this.payments = payments;
        this.reads = reads;
    }

    @GetMapping("/v1/payments/{payment}")
    @Allowed(Scope.PAYMENTS_READ)
    @Operation(summary = "Read a payment")
    PaymentView one(
            @PathVariable OperationId payment,
            @Parameter(description = "Wait until everything up to this position of the log can be read.")
                    @RequestParam(name = "atLeast", required = false)
                    @Nullable
                    Count atLeast) {
        reads.await(atLeast);
        return payments.find(payment)
                .map(PaymentView::of)
                .orElseThrow(() -> reads.notFound(Refusal.PAYMENT_NOT_FOUND, "payment"));
    }
}
