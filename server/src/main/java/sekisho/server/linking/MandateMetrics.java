package sekisho.server.linking;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import sekisho.protocol.BankId;

/** How following ended mandates goes. Any thread. */
final class MandateMetrics {
    private static final String PREFIX = "sekisho.bank.mandates.";

    private final MeterRegistry meters;

    MandateMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    /** A bank was asked. */
    void asked(BankId bank, boolean answered) {
        meters.counter(PREFIX + "asked", "bank", code(bank), "answer", answered ? "list" : "none")
                .increment();
    }

    /** Something was done about an ended mandate. */
    void became(BankId bank, EndedMandates.State state) {
        String word = state.name().toLowerCase(Locale.ROOT).replace('_', '-');
        meters.counter(PREFIX + "ended", "bank", code(bank), "became", word).increment();
    }

    private static String code(BankId bank) {
        return "%04d".formatted(bank.code());
    }
}
