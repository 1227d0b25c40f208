package sekisho.server.banking;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import sekisho.gateway.Gateway;

/**
 * What a bank worker works with. It belongs to others, who close it after the worker.
 *
 * @param home of the node whose outcome log is followed
 * @param gateway to the same node
 */
public record BankingSurroundings(
        Path home, Gateway gateway, OpenInstructions open, LinkedAccounts accounts, MeterRegistry meters) {}
