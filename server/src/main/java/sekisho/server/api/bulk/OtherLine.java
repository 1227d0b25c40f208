package sekisho.server.api.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import sekisho.protocol.OperationId;
import sekisho.server.access.ApiClient;
import sekisho.server.access.Scope;
import sekisho.server.api.ApiRequest;
import sekisho.server.api.Ids;
import sekisho.server.json.JsonFaults;
import sekisho.server.problem.Problem;
import sekisho.server.problem.ProblemCode;
import sekisho.server.problem.ProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Reads any line, and says what is wrong with it. Any thread. */
final class OtherLine {
    private final ObjectReader reader;
    private final Consumer<OperationId> room;

    /**
     * A reader.
     *
     * @param room is shown the link of each top-up and cash-out, and throws if its bank has no room
     */
    OtherLine(JsonMapper mapper, Consumer<OperationId> room) {
        this.reader = mapper.readerFor(BulkLine.class);
        this.room = room;
    }

    /**
     * What the line asks for.
     *
     * @throws ProblemException if it is wrong
     */
    BulkAction read(ApiClient client, byte[] bytes, int from, int length) {
        BulkLine line;
        try {
            line = reader.readValue(bytes, from, length);
        } catch (JacksonException fault) {
            Problem problem = JsonFaults.problem(fault);
            throw new ProblemException(problem == null ? ProblemCode.MALFORMED_JSON.problem() : problem);
        }
        BulkAction action = only(actions(new ApiRequest(client, line.id()), line));
        if (!client.may(action.scope())) {
            throw new ProblemException(sekisho.server.access.ScopeGate.lacking(action.scope()));
        }
        requireRoom(line);
        return action;
    }

    private void requireRoom(BulkLine line) {
        if (line.topUp() != null) {
            room.accept(line.topUp().link());
        }
        if (line.cashOut() != null) {
            room.accept(line.cashOut().link());
        }
    }

    private static BulkAction only(List<BulkAction> actions) {
        if (actions.size() != 1) {
            throw new ProblemException(ProblemCode.CONTRADICTING_FIELDS.because(
                    "A line has an id and exactly one thing to do: transfer, payment, refund, topUp, cashOut, openWallet, "
                            + "openMerchant, received or paidOut."));
        }
        return actions.getFirst();
    }

    private static List<BulkAction> actions(ApiRequest request, BulkLine line) {
        var id = request.id();
        var actions = new ArrayList<BulkAction>(2);
        if (line.transfer() != null) {
            actions.add(new BulkAction(id, line.transfer().command(), Scope.PAYMENTS_WRITE, BulkAction.TRANSFER));
        }
        if (line.payment() != null) {
            actions.add(new BulkAction(id, line.payment().command(), Scope.PAYMENTS_WRITE, BulkAction.PAYMENT));
        }
        if (line.refund() != null) {
            var refund = line.refund();
            var command =
                    new sekisho.server.api.payments.Refund(refund.amount(), refund.fee()).command(refund.payment());
            actions.add(new BulkAction(id, command, Scope.PAYMENTS_WRITE, BulkAction.REFUND));
        }
        if (line.topUp() != null) {
            actions.add(new BulkAction(id, line.topUp().topUp(), Scope.PAYMENTS_WRITE, BulkAction.TOP_UP));
        }
        if (line.cashOut() != null) {
            actions.add(new BulkAction(id, line.cashOut().cashOut(), Scope.PAYMENTS_WRITE, BulkAction.CASH_OUT));
        }
        if (line.openWallet() != null) {
            var command = line.openWallet().command(Ids.wallet(request));
            actions.add(new BulkAction(id, command, Scope.WALLETS_WRITE, BulkAction.OPEN_WALLET));
        }
        if (line.openMerchant() != null) {
            var command = line.openMerchant().command(Ids.merchant(request));
            actions.add(new BulkAction(id, command, Scope.MERCHANTS_WRITE, BulkAction.OPEN_MERCHANT));
        }
        if (line.received() != null) {
            actions.add(new BulkAction(id, line.received().received(), Scope.OPERATOR, BulkAction.RECEIVED));
        }
        if (line.paidOut() != null) {
            actions.add(new BulkAction(id, line.paidOut().paidOut(), Scope.OPERATOR, BulkAction.PAID_OUT));
        }
        return actions;
    }
}
