package sekisho.server.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sekisho.bank.AccountToken;
import sekisho.protocol.AccountKind;
import sekisho.protocol.BankId;
import sekisho.protocol.BankOperation;
import sekisho.protocol.Currency;
import sekisho.protocol.EntryKind;
import sekisho.protocol.FreezeScope;
import sekisho.protocol.HoldEnd;
import sekisho.protocol.InstructionStatus;
import sekisho.protocol.LedgerCommand;
import sekisho.protocol.LinkStatus;
import sekisho.protocol.MerchantId;
import sekisho.protocol.Money;
import sekisho.protocol.Operation;
import sekisho.protocol.OperationId;
import sekisho.protocol.PaymentCommand;
import sekisho.protocol.PaymentStatus;
import sekisho.protocol.RequestId;
import sekisho.protocol.Side;
import sekisho.protocol.TierId;
import sekisho.protocol.WalletId;

/** The form of every value that the API reads or writes. */
public final class Forms {
    private static final long MOST_16 = 0xFFFF;

    /** A wallet: its number as 16 hexadecimal digits. */
    public static final TextForm<WalletId> WALLET = new TextForm<>(
            WalletId.class,
            "16 lower-case hexadecimal digits, not 0, the first at most 7",
            "^[0-7][0-9a-f]{15}$",
            List.of(),
            "3b6e2f0a9c4d5e61",
            text -> holder(text, WalletId::new),
            wallet -> Hex.of(wallet.value()));

    /** A merchant: its number as 16 hexadecimal digits. */
    public static final TextForm<MerchantId> MERCHANT = new TextForm<>(
            MerchantId.class,
            "16 lower-case hexadecimal digits, not 0, the first at most 7",
            "^[0-7][0-9a-f]{15}$",
            List.of(),
            "51c07a7be8f2d304",
            text -> holder(text, MerchantId::new),
            merchant -> Hex.of(merchant.value()));

    /** A payment, link, hold, top-up or cash-out. */
    public static final TextForm<OperationId> OPERATION = new TextForm<>(
            OperationId.class,
            "32 lower-case hexadecimal digits, not 0",
            "^[0-9a-f]{32}$",
            List.of(),
            "7f2a9d54c1e04b3f8a6d0e1b5c9f7a23",
            Forms::operation,
            id -> Hex.of(id.high(), id.low()));

    /** A request's own id. */
    public static final TextForm<RequestId> REQUEST = new TextForm<>(
            RequestId.class,
            "a UUIDv7 (RFC 9562) in lower case",
            "^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
            List.of(),
            "01890a5d-ac96-774b-bcce-b302099a8057",
            RequestIdText::read,
            RequestIdText::write);

    /** A bank: its four-digit code. */
    public static final TextForm<BankId> BANK = new TextForm<>(
            BankId.class,
            "a bank code of four digits, not 0000",
            "^[0-9]{4}$",
            List.of(),
            "0001",
            Forms::bank,
            bank -> String.format(Locale.ROOT, "%04d", bank.code()));

    /** A currency: its three letters. */
    public static final TextForm<Currency> CURRENCY = new TextForm<>(
            Currency.class,
            "a currency of three capital letters (ISO 4217)",
            "^[A-Z]{3}$",
            List.of(),
            "JPY",
            Forms::currency,
            Currency::letters);

    /** A moment. */
    public static final TextForm<Instant> INSTANT = new TextForm<>(
            Instant.class,
            "a time like 2026-09-10T03:00:00Z (RFC 3339) from 1970 to 9999",
            "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$",
            List.of(),
            "2026-09-10T03:00:00Z",
            Forms::instant,
            Instant::toString);

    /** A day of the calendar. */
    public static final TextForm<LocalDate> DAY = new TextForm<>(
            LocalDate.class,
            "a day like 2026-09-10 from 2000 to 9999",
            "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
            List.of(),
            "2026-09-10",
            Forms::day,
            LocalDate::toString);

    public static final NumberForm<Amount> AMOUNT =
            new NumberForm<>(Amount.class, 1, Money.MAX, 5000, Amount::new, Amount::minorUnits);

    public static final NumberForm<Fee> FEE = new NumberForm<>(Fee.class, 0, Money.MAX, 24, Fee::new, Fee::minorUnits);

    public static final NumberForm<Code16> CODE =
            new NumberForm<>(Code16.class, 0, MOST_16, 0, value -> new Code16((int) value), Code16::value);

    public static final NumberForm<Count> COUNT =
            new NumberForm<>(Count.class, 0, Money.MAX, 0, Count::new, Count::value);

    public static final NumberForm<TierId> TIER =
            new NumberForm<>(TierId.class, 1, 255, 1, value -> new TierId((int) value), TierId::value);

    public static final NumberForm<AuthorisationTime> AUTHORISATION_TIME = new NumberForm<>(
            AuthorisationTime.class,
            1,
            PaymentCommand.MAX_AUTHORISATION_MILLIS / 1_000,
            86_400,
            AuthorisationTime::new,
            AuthorisationTime::seconds);

    public static final NumberForm<HoldTime> HOLD_TIME = new NumberForm<>(
            HoldTime.class, 1, LedgerCommand.MAX_HOLD_MILLIS / 1_000, 86_400, HoldTime::new, HoldTime::seconds);

    public static final NumberForm<Floor> FLOOR =
            new NumberForm<>(Floor.class, -Money.MAX, 0, -10_000, Floor::new, Floor::minorUnits);

    public static final NumberForm<Evidence> EVIDENCE =
            new NumberForm<>(Evidence.class, 1, Money.MAX, 4711, Evidence::new, Evidence::value);

    public static final NumberForm<Exponent> EXPONENT =
            new NumberForm<>(Exponent.class, 0, 6, 2, value -> new Exponent((int) value), Exponent::value);

    public static final NumberForm<RequestRate> REQUEST_RATE = new NumberForm<>(
            RequestRate.class, 1, 1_000_000, 500, value -> new RequestRate((int) value), RequestRate::perSecond);

    public static final NumberForm<PageSize> PAGE_SIZE =
            new NumberForm<>(PageSize.class, 1, PageSize.MOST, 100, value -> new PageSize((int) value), PageSize::size);

    public static final NumberForm<WaitTime> WAIT_TIME =
            new NumberForm<>(WaitTime.class, 0, 20, 5, WaitTime::new, WaitTime::seconds);

    /** A branch of a bank: three digits. */
    public static final TextForm<BranchCode> BRANCH = new TextForm<>(
            BranchCode.class,
            "a branch code of three digits",
            "^[0-9]{3}$",
            List.of(),
            "001",
            text -> text.matches("[0-9]{3}") ? new BranchCode(text) : null,
            BranchCode::digits);

    /** An account at a bank, by the token that the bank and we know it by. */
    public static final TextForm<AccountToken> ACCOUNT_TOKEN = new TextForm<>(
            AccountToken.class,
            "32 lower-case hexadecimal digits, not 0",
            "^[0-9a-f]{32}$",
            List.of(),
            "c5a1f0e47b9d4f2e8a3b6c1d0e9f7a52",
            Forms::accountToken,
            AccountToken::hex);

    /** A client's id with OAuth. */
    public static final TextForm<OAuthClient> OAUTH_CLIENT = new TextForm<>(
            OAuthClient.class,
            "1 to 64 lower-case letters, digits and dashes",
            "^[a-z0-9-]{1,64}$",
            List.of(),
            "client-51c07a7be8f2d304",
            text -> text.matches("[a-z0-9-]{1,64}") ? new OAuthClient(text) : null,
            OAuthClient::id);

    /** A name for people. */
    public static final TextForm<ShortText> SHORT_TEXT = new TextForm<>(
            ShortText.class,
            "a text of 1 to 100 characters, without control characters, that does not begin or end with a space",
            "^[^\\p{C}\\p{Z}]([^\\p{C}]{0,98}[^\\p{C}\\p{Z}])?$",
            List.of(),
            "Wallet app",
            text -> text.matches("[^\\p{C}\\p{Z}]([^\\p{C}]{0,98}[^\\p{C}\\p{Z}])?") ? new ShortText(text) : null,
            ShortText::value);

    private static final Map<Class<?>, Form<?>> BY_TYPE = byType();

    private Forms() {}

    /** The form of a type; null if it has none here. */
    @SuppressWarnings("unchecked") // the map's keys are the forms' own types
    public static <T> @Nullable Form<T> of(Class<T> type) {
        return (Form<T>) BY_TYPE.get(type);
    }

    /** All forms. */
    public static Stream<Form<?>> all() {
        return BY_TYPE.values().stream();
    }

    /** An enumeration's constant as a word of the API: in kebab case. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Map<Class<?>, Form<?>> byType() {
        var forms = new HashMap<Class<?>, Form<?>>();
        Stream.of(
                        WALLET,
                        MERCHANT,
                        OPERATION,
                        REQUEST,
                        BANK,
                        CURRENCY,
                        INSTANT,
                        DAY,
                        AMOUNT,
                        FEE,
                        CODE,
                        COUNT,
                        TIER,
                        AUTHORISATION_TIME,
                        HOLD_TIME,
                        FLOOR,
                        EVIDENCE,
                        EXPONENT,
                        REQUEST_RATE,
                        OAUTH_CLIENT,
                        SHORT_TEXT,
                        PAGE_SIZE,
                        WAIT_TIME,
                        BRANCH,
                        ACCOUNT_TOKEN,
                        words(AccountKind.class),
                        words(BankOperation.class),
                        words(EntryKind.class),
                        words(FreezeScope.class),
                        words(HoldEnd.class),
                        words(InstructionStatus.class),
                        words(LinkStatus.class),
                        words(Operation.class),
                        words(PaymentStatus.class),
                        words(Side.class))
                .forEach(form -> forms.put(form.type(), form));
        return Map.copyOf(forms);
    }

    /** The form of an enumeration: its words. */
    public static <E extends Enum<E>> TextForm<E> words(Class<E> type) {
        E[] constants = type.getEnumConstants();
        List<String> words = Arrays.stream(constants).map(Forms::word).toList();
        var byWord = new HashMap<String, E>();
        for (E constant : constants) {
            byWord.put(word(constant), constant);
        }
        return new TextForm<>(
                type,
                "one of " + String.join(", ", words),
                "^(" + String.join("|", words) + ")$",
                words,
                words.getFirst(),
                byWord::get,
                Forms::word);
    }

    private static <T> @Nullable T holder(String text, Function<Long, T> make) {
        if (!Hex.isHex(text, 16) || text.charAt(0) > '7') {
            return null;
        }
        long value = Hex.parse(text, 0);
        return value == 0 ? null : make.apply(value);
    }

    private static @Nullable OperationId operation(String text) {
        if (!Hex.isHex(text, 32)) {
            return null;
        }
        var id = new OperationId(Hex.parse(text, 0), Hex.parse(text, 16));
        return id.equals(OperationId.NONE) ? null : id;
    }

    private static @Nullable AccountToken accountToken(String text) {
        if (!Hex.isHex(text, 32)) {
            return null;
        }
        long high = Hex.parse(text, 0);
        long low = Hex.parse(text, 16);
        return high == 0 && low == 0 ? null : new AccountToken(high, low);
    }

    private static @Nullable BankId bank(String text) {
        return text.matches("[0-9]{4}") && !text.equals("0000") ? new BankId(Integer.parseInt(text)) : null;
    }

    private static @Nullable Currency currency(String text) {
        if (text.equals("JPY")) {
            return Currency.JPY;
        }
        return text.matches("[A-Z]{3}") ? Currency.of(text) : null;
    }

    private static @Nullable Instant instant(String text) {
        if (!text.matches(INSTANT_PATTERN)) {
            return null;
        }
        try {
            var instant = java.time.OffsetDateTime.parse(text).toInstant();
            return instant.toEpochMilli() < 0 ? null : instant;
        } catch (DateTimeException noTime) {
            return null;
        }
    }

    private static final String INSTANT_PATTERN =
            "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})";

    private static @Nullable LocalDate day(String text) {
        if (!text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            return null;
        }
        try {
            var day = LocalDate.parse(text);
            return day.getYear() < 2000 ? null : day;
        } catch (DateTimeException noDay) {
            return null;
        }
    }
}
