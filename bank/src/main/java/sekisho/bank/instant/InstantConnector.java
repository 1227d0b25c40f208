package sekisho.bank.instant;

import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import sekisho.bank.BankAnswer;
import sekisho.bank.BankConnector;
import sekisho.bank.BankInstruction;
import sekisho.bank.CallAnswer;
import sekisho.bank.DoubtCause;
import sekisho.bank.outgoing.OutgoingHttp;
import sekisho.protocol.BankId;

/** Speaks the instant protocol with one bank, over connections of its own. */
public final class InstantConnector implements BankConnector {
    private static final int LONGEST_ANSWER = 16 * 1024;

    private final InstantSettings settings;
    private final Requests requests;
    private final OutgoingHttp client;

    public InstantConnector(InstantSettings settings) {
        this.settings = settings;
        this.requests = new Requests(settings);
        this.client = OutgoingHttp.to(settings.address(), settings.reach(), settings.connectTimeout());
    }

    @Override
    public BankId bank() {
        return settings.bank();
    }

    @Override
    public CallAnswer debit(BankInstruction.Debit instruction, Duration atMost) {
        return order(instruction, atMost);
    }

    @Override
    public CallAnswer credit(BankInstruction.Credit instruction, Duration atMost) {
        return order(instruction, atMost);
    }

    @Override
    public BankAnswer enquire(BankInstruction instruction, Duration atMost) {
        requireOurs(instruction);
        String key = Requests.key(instruction.id());
        return exchange(
                requests.enquiry(instruction),
                atMost,
                response -> Answers.toEnquiry(key, response),
                CallAnswer.InDoubt::new);
    }

    @Override
    public void close() {
        client.close();
    }

    private CallAnswer order(BankInstruction instruction, Duration atMost) {
        requireOurs(instruction);
        String key = Requests.key(instruction.id());
        return exchange(
                requests.order(instruction),
                atMost,
                response -> Answers.toOrder(key, response),
                CallAnswer.InDoubt::new);
    }

    private <T> T exchange(
            HttpRequest request,
            Duration atMost,
            Function<HttpResponse<byte[]>, T> answered,
            Function<DoubtCause, T> doubted) {
        CompletableFuture<HttpResponse<byte[]>> coming = client.send(request, LONGEST_ANSWER);
        try {
            return answered.apply(coming.get(atMost.toNanos(), TimeUnit.NANOSECONDS));
        } catch (ExecutionException e) {
            return doubted.apply(cause(e.getCause()));
        } catch (TimeoutException e) {
            coming.cancel(true);
            return doubted.apply(DoubtCause.NO_ANSWER);
        } catch (InterruptedException e) {
            coming.cancel(true);
            Thread.currentThread().interrupt();
            return doubted.apply(DoubtCause.NO_ANSWER);
        }
    }

    /**
     * Why no answer came. The client reports these two exceptions while it connects and at no other time, and sends a
     * POST once only.
     */
    private static DoubtCause cause(@Nullable Throwable failure) {
        return failure instanceof ConnectException || failure instanceof HttpConnectTimeoutException
                ? DoubtCause.NOT_REACHED
                : DoubtCause.NO_ANSWER;
    }

    private void requireOurs(BankInstruction instruction) {
        if (!instruction.bank().equals(settings.bank())) {
            throw new IllegalArgumentException("this connector speaks with bank "
                    + settings.bank().code() + ", not " + instruction.bank().code());
        }
    }
}
