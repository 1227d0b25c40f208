package sekisho.server.console;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.protocol.BankCommand;
import sekisho.protocol.BankId;
import sekisho.protocol.BankOperation;
import sekisho.protocol.Command;
import sekisho.protocol.InstructionStatus;
import sekisho.protocol.OperationId;
import sekisho.protocol.RequestId;
import sekisho.server.history.InstructionState;
import sekisho.server.history.Instructions;

/** What was in flight at a bank when a switch of it was closed, and what became of it. Any thread. */
final class Flights {
    /** More are counted by nobody: the bank's page has the rest. */
    private static final int MOST = 10_000;

    private final JdbcClient jdbc;
    private final Instructions instructions;

    Flights(JdbcClient jdbc, Instructions instructions) {
        this.jdbc = jdbc;
        this.instructions = instructions;
    }

    /** What is in flight of what a command is about to stop; of other commands nothing. */
    Set<OperationId> about(Command<?> command) {
        return command instanceof BankCommand.SuspendAll stop ? open(stop.bank(), stop.operations()) : Set.of();
    }

    private Set<OperationId> open(BankId bank, int operations) {
        var open = new LinkedHashSet<OperationId>();
        for (BankOperation operation : List.of(BankOperation.TOP_UPS, BankOperation.CASH_OUTS)) {
            if (operation.in(operations)) {
                instructions.open(bank, operation, null, MOST).forEach(state -> open.add(state.instruction()));
            }
        }
        return open;
    }

    /** Follows what was in flight before the command, and what is just after it. */
    void follow(RequestId request, Command<?> command, Set<OperationId> before) {
        var all = new LinkedHashSet<>(before);
        all.addAll(about(command));
        if (!all.isEmpty()) {
            jdbc.sql("""
                            insert into staff.flights (request, instruction)
                            select :request, unnest(:instructions) on conflict do nothing
                            """)
                    .param("request", new UUID(request.high(), request.low()))
                    .param("instructions", all.stream().map(Flights::uuid).toArray(UUID[]::new))
                    .update();
        }
    }

    /** How many of a closing's instructions stand how. */
    Map<InstructionStatus, Integer> counts(RequestId request) {
        var counts = new EnumMap<InstructionStatus, Integer>(InstructionStatus.class);
        jdbc.sql("""
                        select c.status, count(*) as count from staff.flights f
                        cross join lateral (select status from projection.instruction_changes
                            where instruction = f.instruction
                            order by position desc, request_index desc, event_index desc limit 1) c
                        where f.request = :request group by c.status
                        """)
                .param("request", new UUID(request.high(), request.low()))
                .query((row, _) -> counts.put(InstructionStatus.of(row.getInt("status")), row.getInt("count")))
                .list();
        return counts;
    }

    /** The first of a closing's instructions, as they stand. */
    List<InstructionState> of(RequestId request, int most) {
        var states = new ArrayList<InstructionState>();
        jdbc.sql("select instruction from staff.flights where request = :request order by instruction limit :most")
                .param("request", new UUID(request.high(), request.low()))
                .param("most", most)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list()
                .forEach(id -> instructions
                        .find(new OperationId(id.getMostSignificantBits(), id.getLeastSignificantBits()))
                        .ifPresent(states::add));
        return states;
    }

    private static UUID uuid(OperationId instruction) {
        return new UUID(instruction.high(), instruction.low());
    }
}
