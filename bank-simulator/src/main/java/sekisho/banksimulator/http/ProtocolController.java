package sekisho.banksimulator.http;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import sekisho.banksimulator.banks.Reply;
import sekisho.banksimulator.books.BankBooks;
import sekisho.banksimulator.books.Direction;
import sekisho.banksimulator.books.Order;
import sekisho.banksimulator.books.Verdict;
import sekisho.banksimulator.conduct.CallKind;

/** The instant protocol, for operators. */
@RestController
@RequestMapping("/banks/{code}")
final class ProtocolController {
    private static final int PAGE = 1_000;

    private final Doorkeeper door;

    ProtocolController(Doorkeeper door) {
        this.door = door;
    }

    @PostMapping("/debits")
    @Nullable
    ResponseEntity<byte[]> debit(@PathVariable String code, HttpServletRequest request) throws InterruptedException {
        String operator = door.operator(request);
        Order order = StrictJson.read(request, OrderDocument.class).order(operator, Direction.DEBIT);
        return serve(code, CallKind.DEBIT, order, request);
    }

    @PostMapping("/credits")
    @Nullable
    ResponseEntity<byte[]> credit(@PathVariable String code, HttpServletRequest request) throws InterruptedException {
        String operator = door.operator(request);
        Order order = StrictJson.read(request, OrderDocument.class).order(operator, Direction.CREDIT);
        return serve(code, CallKind.CREDIT, order, request);
    }

    @PostMapping("/enquiries")
    @Nullable
    ResponseEntity<byte[]> enquire(@PathVariable String code, HttpServletRequest request) throws InterruptedException {
        String operator = door.operator(request);
        Order order = StrictJson.read(request, OrderDocument.Enquiry.class).order(operator);
        return serve(code, CallKind.ENQUIRY, order, request);
    }

    @GetMapping("/statement")
    ResponseEntity<byte[]> statement(
            @PathVariable String code,
            @RequestParam String currency,
            @RequestParam(defaultValue = "0") long after,
            HttpServletRequest request) {
        String account = BankBooks.settlement(door.operator(request), currency);
        BankBooks books = door.bank(code).books();
        return StrictJson.answer(HttpStatus.OK, StatementDocument.of(books, account, after, PAGE));
    }

    private @Nullable ResponseEntity<byte[]> serve(String code, CallKind kind, Order order, HttpServletRequest request)
            throws InterruptedException {
        return switch (door.bank(code).serve(kind, order)) {
            case Reply.Said(var verdict, var times) -> {
                var status = verdict instanceof Verdict.Conflict ? HttpStatus.CONFLICT : HttpStatus.OK;
                yield StrictJson.answer(status, AnswerDocument.of(order.key(), verdict), times);
            }
            case Reply.Unavailable() -> throw new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "the bank is closed now");
            case Reply.Cut() -> {
                CutValve.cut(request);
                yield null;
            }
        };
    }
}
