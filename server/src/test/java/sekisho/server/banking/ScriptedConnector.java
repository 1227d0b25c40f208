package sekisho.server.banking;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import sekisho.bank.BankAnswer;
import sekisho.bank.BankConnector;
import sekisho.bank.BankInstruction;
import sekisho.bank.CallAnswer;
import sekisho.bank.DoubtCause;
import sekisho.protocol.BankId;

/**
 * A real connector with trouble around it: the first so many calls do not reach the bank, and later ones may be held between
 * the bank's answer and the worker, as if the worker were killed there.
 */
final class ScriptedConnector implements BankConnector {
    private final BankConnector real;
    private final AtomicInteger unreachable;
    private final CountDownLatch release;
    private final AtomicInteger held = new AtomicInteger();

    private ScriptedConnector(BankConnector real, int unreachable, int holds) {
        this.real = real;
        this.unreachable = new AtomicInteger(unreachable);
        this.release = new CountDownLatch(holds);
    }

    /** The first so many calls come to nobody. */
    static ScriptedConnector unreachableAtFirst(BankConnector real, int calls) {
        return new ScriptedConnector(real, calls, 0);
    }

    /** Every answer is held until {@link #release}. */
    static ScriptedConnector holding(BankConnector real) {
        return new ScriptedConnector(real, 0, 1);
    }

    int held() {
        return held.get();
    }

    void release() {
        release.countDown();
    }

    @Override
    public BankId bank() {
        return real.bank();
    }

    @Override
    public CallAnswer debit(BankInstruction.Debit instruction, Duration atMost) {
        return scripted(() -> real.debit(instruction, atMost));
    }

    @Override
    public CallAnswer credit(BankInstruction.Credit instruction, Duration atMost) {
        return scripted(() -> real.credit(instruction, atMost));
    }

    @Override
    public BankAnswer enquire(BankInstruction instruction, Duration atMost) {
        return real.enquire(instruction, atMost);
    }

    @Override
    public void close() {
        real.close();
    }

    private CallAnswer scripted(Supplier<CallAnswer> call) {
        if (unreachable.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return new CallAnswer.InDoubt(DoubtCause.NOT_REACHED);
        }
        CallAnswer answer = call.get();
        if (release.getCount() > 0) {
            held.incrementAndGet();
            // A killed worker hears no interrupt either.
            boolean released = false;
            while (!released) {
                try {
                    release.await();
                    released = true;
                } catch (InterruptedException deaf) {
                    Thread.onSpinWait();
                }
            }
        }
        return answer;
    }
}
