package sekisho.server.demo;

import java.util.function.Consumer;
import java.util.function.Function;
import sekisho.bank.description.BankDescription;
import sekisho.protocol.BankResult;
import sekisho.protocol.Signature;
import sekisho.server.founding.FoundedBank;
import sekisho.server.linking.SupportedBank;

/**
 * A bank that does not exist.
 *
 * @param founded as the engine knows it at first
 * @param pen signs as this bank does
 * @param description the file that its first description came from
 * @param follows has the bank's pages do what a description says
 */
public record DemoBank(
        SupportedBank bank,
        FoundedBank founded,
        Function<BankResult, Signature> pen,
        String description,
        Consumer<BankDescription> follows) {}
