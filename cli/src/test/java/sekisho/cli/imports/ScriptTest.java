package sekisho.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sekisho.protocol.AccountKind;
import sekisho.protocol.CashOutCommand;
import sekisho.protocol.Command;
import sekisho.protocol.LedgerCommand;
import sekisho.protocol.Line;
import sekisho.protocol.Money;
import sekisho.protocol.PaymentCommand;
import sekisho.protocol.Side;
import sekisho.protocol.TopUpCommand;
import sekisho.protocol.TransferCommand;
import sekisho.protocol.WalletCommand;

final class ScriptTest {
    @TempDir
    private Path folder;

    @Test
    void turnsEachActionIntoItsCommand() throws Exception {
        List<Command<?>> rows = rows(script(Samples.PAYSIM, Overdraft.NONE));
        assertThat(rows).hasSize(10);
        assertThat(rows.get(0)).isInstanceOf(TopUpCommand.Received.class);
        assertThat(rows.get(1)).isInstanceOfSatisfying(PaymentCommand.Pay.class, pay -> {
            assertThat(pay.amount()).isEqualTo(new Money(30_25, Script.CURRENCY));
            assertThat(pay.fee()).isZero();
        });
        assertThat(rows.get(2)).isInstanceOf(TransferCommand.Send.class);
        assertThat(rows.get(3)).isInstanceOf(CashOutCommand.PaidOut.class);
        assertThat(rows.get(4)).isInstanceOf(CashOutCommand.PaidOut.class);
    }

    @Test
    void datesARowByItsStepAndThePreparationByTheBeginning() throws Exception {
        Script script = script(Samples.PAYSIM, Overdraft.NONE);
        assertThat(script.effectiveAt(0))
                .isEqualTo(Instant.parse("2000-01-01T00:00:00Z").toEpochMilli());
        assertThat(script.effectiveAt(script.count() - 1))
                .isEqualTo(Instant.parse("2000-01-30T23:00:00Z").toEpochMilli());
    }

    @Test
    void opensEveryWalletBeforeTheFirstRowAndFundsWhatItBeginsWith() throws Exception {
        List<Command<?>> preparation = preparation(script(Samples.PAYSIM, Overdraft.NONE));
        assertThat(preparation).filteredOn(WalletCommand.Open.class::isInstance).hasSize(4);
        assertThat(preparation)
                .filteredOn(WalletCommand.SetFloor.class::isInstance)
                .isEmpty();
        LedgerCommand.Book funding = (LedgerCommand.Book) preparation.getLast();
        assertThat(funding.lines())
                .filteredOn(line -> line.account().kind() == AccountKind.WALLET)
                .extracting(Line::amount)
                .containsExactly(50_00L, 10_00L, 20_00L);
        assertThat(total(funding, Side.DEBIT)).isEqualTo(total(funding, Side.CREDIT));
    }

    @Test
    void setsEachFloorAQuarterBelowTheLowestPrintedBalance() throws Exception {
        List<Command<?>> preparation = preparation(script(Samples.PAYSIM, Overdraft.FILE));
        assertThat(preparation)
                .filteredOn(WalletCommand.SetFloor.class::isInstance)
                .extracting(command -> ((WalletCommand.SetFloor) command).floor())
                .containsExactly(-25L, -15_50L, -26L, -25L);
    }

    @Test
    void refusesAWalletThatBeginsBelowZeroUnlessTheFileMayOverdraw() throws Exception {
        Path file = folder.resolve("debt.csv");
        Files.writeString(file, Format.PAYSIM.heading() + "\n1,CASH_IN,9.00,C1,-5.00,4.00,M1,0,0,0,0,0\n");
        assertThatThrownBy(() -> script(file, Overdraft.NONE)).hasMessageContaining("use --overdraft file");
        LedgerCommand.Book debt =
                (LedgerCommand.Book) preparation(script(file, Overdraft.FILE)).getLast();
        assertThat(debt.lines().getLast().side()).isEqualTo(Side.DEBIT);
        assertThat(debt.lines().getLast().amount()).isEqualTo(5_00);
    }

    @Test
    void keepsPostingsWithinSixteenLines() throws Exception {
        StringBuilder text = new StringBuilder(Format.PAYSIM.heading());
        for (int i = 0; i < 40; i++) {
            text.append("\n1,CASH_IN,1.00,C").append(i).append(",2.00,3.00,M1,0,0,0,0,0");
        }
        Path file = Files.writeString(folder.resolve("many.csv"), text);
        List<Command<?>> books = preparation(script(file, Overdraft.NONE)).stream()
                .filter(LedgerCommand.Book.class::isInstance)
                .toList();
        assertThat(books).hasSize(4);
        assertThat(books).allSatisfy(book -> {
            LedgerCommand.Book lines = (LedgerCommand.Book) book;
            assertThat(total(lines, Side.DEBIT)).isEqualTo(total(lines, Side.CREDIT));
        });
    }

    @Test
    void givesTheSameWalletInAnotherStreamAnotherNumber() throws Exception {
        ForeignStream stream = ForeignStream.read(Samples.PAYSIM, Format.PAYSIM);
        assertThat(new Owners(stream.accounts(), 1).wallet(0)).isNotEqualTo(new Owners(stream.accounts(), 2).wallet(0));
        assertThat(new Owners(stream.accounts(), 1).wallet(0)).isEqualTo(new Owners(stream.accounts(), 1).wallet(0));
    }

    private static Script script(Path file, Overdraft overdraft) throws BadFile {
        return new Script(ForeignStream.read(file, Format.PAYSIM), 7, overdraft);
    }

    private static List<Command<?>> preparation(Script script) {
        return commands(script, 0, script.preparationCount());
    }

    private static List<Command<?>> rows(Script script) {
        return commands(script, script.preparationCount(), script.count());
    }

    private static List<Command<?>> commands(Script script, int from, int to) {
        return IntStream.range(from, to).<Command<?>>mapToObj(script::command).toList();
    }

    private static long total(LedgerCommand.Book book, Side side) {
        return book.lines().stream()
                .filter(line -> line.side() == side)
                .mapToLong(Line::amount)
                .sum();
    }
}
