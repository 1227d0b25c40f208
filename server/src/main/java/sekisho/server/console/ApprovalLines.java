package sekisho.server.console;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import sekisho.protocol.BankCommand;
import sekisho.protocol.BankOperation;
import sekisho.server.pages.Visit;

/** Makes lines of what waits for signatures. Any thread. */
final class ApprovalLines {
    private final Proposals proposals;

    ApprovalLines(Proposals proposals) {
        this.proposals = proposals;
    }

    /** All that wait, oldest first. */
    List<ApprovalLine> all(Visit visit, StaffMember member) {
        return proposals.waiting().stream()
                .map(proposal -> line(visit, member, proposal))
                .toList();
    }

    /** Those about a bank or wallet that somebody has signed already. */
    List<ApprovalLine> of(Visit visit, StaffMember member, String subject) {
        return proposals.waiting().stream()
                .filter(proposal -> proposal.draft().subject().equals(subject))
                .filter(proposal -> !proposal.signed().isEmpty())
                .map(proposal -> line(visit, member, proposal))
                .toList();
    }

    static ApprovalLine line(Visit visit, StaffMember member, Proposal proposal) {
        var draft = proposal.draft();
        return new ApprovalLine(
                ApprovalPages.path(proposal.id()),
                visit.say(draft.kind().wanted()),
                draft.subject(),
                draft.place(),
                Reason.of(draft.why().reason())
                        .map(reason -> visit.say(reason.key()))
                        .orElse(""),
                draft.why().note(),
                detail(visit, draft),
                proposal.by().name(visit.language()),
                visit.times().brief(proposal.at()),
                visit.times().brief(proposal.until()),
                proposal.needed(),
                proposal.signed().stream().anyMatch(signed -> signed.by().id().equals(member.id())),
                proposal.signed().stream()
                        .map(signed -> new ApprovalLine.Seal(
                                signed.by().name(visit.language()),
                                visit.times().brief(signed.at())))
                        .toList());
    }

    /** Whoever signs sees each switch that is meant. */
    private static String detail(Visit visit, Proposal.Draft draft) {
        return switch (draft.command()) {
            case BankCommand.SuspendAll close -> operations(visit, close.operations());
            case BankCommand.ReopenAll open -> operations(visit, open.operations());
            default -> draft.detail();
        };
    }

    private static String operations(Visit visit, int bits) {
        return Arrays.stream(BankOperation.values())
                .filter(operation -> operation.in(bits))
                .map(operation -> visit.say("console.gate."
                        + operation.name().toLowerCase(Locale.ROOT).replace('_', '-')))
                .collect(Collectors.joining(" · "));
    }

    /** The engine's refusal as a sentence. */
    static String sentence(Visit visit, String refusal) {
        String key = "console.refusal." + refusal.toLowerCase(Locale.ROOT).replace('_', '-');
        return visit.words().has(key) ? visit.say(key) : visit.say("console.refused", refusal);
    }
}
