package sekisho.cli.imports;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** The foreign formats: their columns, their time, and what a row means. */
public enum Format {
    /** PaySim 2.0: mobile money. A name begins with C (client), M (merchant) or B (bank); steps are hours. */
    PAYSIM(
            "step,action,amount,nameOrig,oldBalanceOrig,newBalanceOrig,nameDest,oldBalanceDest,newBalanceDest,"
                    + "isFraud,isFlaggedFraud,isUnauthorizedOverdraft",
            Duration.ofHours(1)) {
        @Override
        ForeignRow row(Columns columns) throws BadFile {
            Action action = action(columns);
            Party origin = party(columns, ORIGIN);
            Party destination = party(columns, DESTINATION);
            if (origin.kind() != Party.Kind.WALLET) {
                throw columns.bad(ORIGIN, "acts, so it should be a client: C and digits");
            }
            if (action == Action.TRANSFER && destination.kind() != Party.Kind.WALLET) {
                throw columns.bad(DESTINATION, "receives a transfer, so it should be a client: C and digits");
            }
            if (action == Action.PAYMENT && destination.kind() != Party.Kind.MERCHANT) {
                throw columns.bad(DESTINATION, "is paid, so it should be a merchant: M and digits");
            }
            columns.flag(9);
            columns.flag(10);
            return new ForeignRow(step(columns), action, amount(columns), origin, destination, columns.flag(11));
        }

        private Action action(Columns columns) throws BadFile {
            return switch (columns.text(TYPE)) {
                case "CASH_IN" -> Action.CASH_IN;
                case "CASH_OUT" -> Action.CASH_OUT;
                case "DEBIT" -> Action.DEBIT;
                case "PAYMENT" -> Action.PAYMENT;
                case "TRANSFER" -> Action.TRANSFER;
                default -> throw columns.bad(TYPE, "is none of CASH_IN, CASH_OUT, DEBIT, PAYMENT, TRANSFER");
            };
        }

        private Party party(Columns columns, int column) throws BadFile {
            Party.Kind kind = switch (columns.letter(column)) {
                case 'C' -> Party.Kind.WALLET;
                case 'M' -> Party.Kind.MERCHANT;
                case 'B' -> Party.Kind.OUTSIDE;
                default -> throw columns.bad(column, "begins with none of C, M, B");
            };
            return party(columns, column, kind, 2);
        }
    },

    /** AMLSim: bank accounts that are numbers; every row is a transfer; steps are days. */
    AMLSIM(
            "step,type,amount,nameOrig,oldbalanceOrig,newbalanceOrig,nameDest,oldbalanceDest,newbalanceDest,"
                    + "isSAR,alertID",
            Duration.ofDays(1)) {
        @Override
        ForeignRow row(Columns columns) throws BadFile {
            if (!columns.text(TYPE).equals("TRANSFER")) {
                throw columns.bad(TYPE, "is not TRANSFER");
            }
            Party origin = party(columns, ORIGIN, Party.Kind.WALLET, 0);
            Party destination = party(columns, DESTINATION, Party.Kind.WALLET, 0);
            return new ForeignRow(step(columns), Action.TRANSFER, amount(columns), origin, destination, false);
        }
    };

    /** When step 0 of every stream was: long ago, because the engine takes no movement from the future. */
    private static final long BEGINNING = Instant.parse("2000-01-01T00:00:00Z").toEpochMilli();

    private static final Duration LONGEST = Duration.ofDays(9_000);

    private static final int STEP = 0;
    private static final int TYPE = 1;
    private static final int AMOUNT = 2;
    private static final int ORIGIN = 3;
    private static final int DESTINATION = 6;

    private final String heading;
    private final long stepMillis;

    Format(String heading, Duration step) {
        this.heading = heading;
        this.stepMillis = step.toMillis();
    }

    /** The first line of a file of this format. */
    String heading() {
        return heading;
    }

    /** What the command line calls it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** When a step was, as milliseconds since 1970. */
    long millis(int step) {
        return BEGINNING + step * stepMillis;
    }

    /** Reads a line; refuses what does not make sense by itself. */
    abstract ForeignRow row(Columns columns) throws BadFile;

    final int step(Columns columns) throws BadFile {
        return columns.whole(STEP, (int) (LONGEST.toMillis() / stepMillis));
    }

    final long amount(Columns columns) throws BadFile {
        long amount = columns.minorUnits(AMOUNT);
        if (amount < 1) {
            throw columns.bad(AMOUNT, "is not positive; every row has to move at least 0.01");
        }
        return amount;
    }

    /** The name in a column and the two balances that follow it. */
    final Party party(Columns columns, int column, Party.Kind kind, int letters) throws BadFile {
        return new Party(
                kind, columns.name(column, letters), columns.minorUnits(column + 1), columns.minorUnits(column + 2));
    }
}
