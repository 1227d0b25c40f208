package sekisho.bank.instant;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HexFormat;
import sekisho.bank.BankInstruction;
import sekisho.protocol.OperationId;

/** Writes what is sent. */
final class Requests {
    private static final HexFormat HEX = HexFormat.of();

    private final InstantSettings settings;

    Requests(InstantSettings settings) {
        this.settings = settings;
    }

    /** What is posted to debits and credits. */
    private record OrderDocument(String key, String account, long amount, String currency) {}

    /** What is posted to enquiries. */
    private record EnquiryDocument(String key, String account, long amount, String currency, String direction) {}

    HttpRequest order(BankInstruction instruction) {
        var document = new OrderDocument(
                key(instruction.id()),
                instruction.account().hex(),
                instruction.amount().minorUnits(),
                instruction.amount().currency().letters());
        return switch (instruction) {
            case BankInstruction.Debit _ -> post("/debits", document);
            case BankInstruction.Credit _ -> post("/credits", document);
        };
    }

    HttpRequest enquiry(BankInstruction instruction) {
        String direction = switch (instruction) {
            case BankInstruction.Debit _ -> "debit";
            case BankInstruction.Credit _ -> "credit";
        };
        return post(
                "/enquiries",
                new EnquiryDocument(
                        key(instruction.id()),
                        instruction.account().hex(),
                        instruction.amount().minorUnits(),
                        instruction.amount().currency().letters(),
                        direction));
    }

    /** An instruction's key: 32 hexadecimal digits. */
    static String key(OperationId id) {
        return HEX.toHexDigits(id.high()) + HEX.toHexDigits(id.low());
    }

    private HttpRequest post(String path, Object document) {
        return HttpRequest.newBuilder(URI.create(settings.address() + path))
                .header("Authorization", "Bearer " + settings.apiKey())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofByteArray(StrictJson.MAPPER.writeValueAsBytes(document)))
                .build();
    }
}
