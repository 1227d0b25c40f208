package sekisho.server.door;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.protocol.BankId;
import sekisho.protocol.BankOperation;
import sekisho.protocol.InstructionStatus;
import sekisho.protocol.LinkStatus;
import sekisho.protocol.OperationId;
import sekisho.protocol.Token;
import sekisho.server.history.LinkState;
import sekisho.server.history.Links;
import sekisho.server.linking.AccountTokens;

/** What the owner of a bank account may know of wallets that are linked to it: that there are, since when, how much; never whose. Any thread. */
final class LinkedFrom {
    private final AccountTokens tokens;
    private final Links links;
    private final JdbcClient jdbc;

    LinkedFrom(AccountTokens tokens, Links links, JdbcClient jdbc) {
        this.tokens = tokens;
        this.links = links;
        this.jdbc = jdbc;
    }

    /** The links of an account, oldest first. */
    List<DoorPages.Seen> of(BankId bank, Token account) {
        return tokens.links(bank, account).stream()
                .map(links::changes)
                .filter(changes -> !changes.isEmpty())
                .map(this::seen)
                .sorted(java.util.Comparator.comparing(DoorPages.Seen::since))
                .toList();
    }

    private DoorPages.Seen seen(List<LinkState> changes) {
        LinkState last = changes.getLast();
        Instant since = changes.stream()
                .filter(change -> change.status() == LinkStatus.ACTIVE)
                .findFirst()
                .orElse(changes.getFirst())
                .changedAt();
        return new DoorPages.Seen(since, word(last.status()), toppedUp(last.link()));
    }

    /** What was topped up through a link, yen. */
    private long toppedUp(OperationId link) {
        return jdbc.sql("""
                        select coalesce(sum(amount), 0) from projection.instruction_changes
                        where link = :link and operation = :top_up and status = :settled and currency = 'JPY'
                        """)
                .param("link", new UUID(link.high(), link.low()))
                .param("top_up", BankOperation.TOP_UPS.code())
                .param("settled", InstructionStatus.SETTLED.code())
                .query(Long.class)
                .single();
    }

    private static String word(LinkStatus status) {
        return switch (status) {
            case ACTIVE -> "active";
            case CLOSED -> "closed";
            case SUSPENDED -> "suspended";
            case REQUESTED, AT_BANK, WAITING_FOR_HOLDER, COOLING_OFF -> "waiting";
        };
    }
}
