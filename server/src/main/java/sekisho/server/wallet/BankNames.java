package sekisho.server.wallet;

import java.util.List;
import java.util.Locale;
import sekisho.formats.directory.BankDirectory;
import sekisho.formats.directory.ListedBank;
import sekisho.protocol.BankId;
import sekisho.server.linking.SupportedBank;
import sekisho.server.linking.SupportedBanks;
import sekisho.server.pages.Language;

/** What banks are called: those that we work with as they call themselves, others as the directory has them. Any thread. */
public final class BankNames {
    private static final List<String> WHOLE = List.of("銀行", "信金", "信組", "労金", "農協", "漁協", "信漁連", "信連", "中金");

    private final SupportedBanks banks;

    public BankNames(SupportedBanks banks) {
        this.banks = banks;
    }

    public String name(BankId bank, Language language) {
        return banks.find(bank)
                .map(known -> called(known, language))
                .orElseGet(() -> BankDirectory.zengin()
                        .bank(code(bank))
                        .map(listed -> called(listed, language))
                        .orElse(code(bank)));
    }

    public static String called(SupportedBank bank, Language language) {
        return switch (language) {
            case JA -> bank.nameJa();
            case EN -> bank.nameEn();
        };
    }

    public static String called(ListedBank bank, Language language) {
        return switch (language) {
            case JA -> WHOLE.stream().anyMatch(bank.name()::endsWith) ? bank.name() : bank.name() + "銀行";
            case EN -> capital(bank.romaji()) + " Bank";
        };
    }

    /** Four digits. */
    public static String code(BankId bank) {
        return String.format(Locale.ROOT, "%04d", bank.code());
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
