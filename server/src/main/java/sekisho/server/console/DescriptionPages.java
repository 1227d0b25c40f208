package sekisho.server.console;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import sekisho.bank.description.BankDescription;
import sekisho.bank.description.DescriptionReader;
import sekisho.bank.description.DescriptionReading;
import sekisho.bank.description.EngineTerms;
import sekisho.bank.description.Strength;
import sekisho.protocol.BankId;
import sekisho.protocol.TrustCommand;
import sekisho.server.linking.BankDescriptions;
import sekisho.server.pages.FormErrors;
import sekisho.server.pages.NotThere;
import sekisho.server.pages.Page;
import sekisho.server.pages.Redirect;
import sekisho.server.pages.Visit;
import sekisho.server.wallet.Doings;

/**
 * A bank's description is loaded while everything runs. The engine says how many have to sign it; once it has it, switches and links
 * that are below the floor by it are closed and suspended by the engine itself.
 */
@Controller
public final class DescriptionPages {
    private static final int LONGEST_NOTE = 200;
    private static final int LONGEST = 20_000;

    private final Frames frames;
    private final BankLines banks;
    private final BankDescriptions descriptions;
    private final Switches switches;
    private final Doings doings;

    DescriptionPages(Frames frames, BankLines banks, BankDescriptions descriptions, Switches switches, Doings doings) {
        this.frames = frames;
        this.banks = banks;
        this.descriptions = descriptions;
        this.switches = switches;
        this.doings = doings;
    }

    /**
     * What is shown.
     *
     * @param mistakes of what was sent: line, column, what to do
     */
    public record Model(
            Frame frame,
            BankLine bank,
            String yaml,
            String note,
            String request,
            List<String> mistakes,
            FormErrors errors,
            boolean done) {}

    @GetMapping("/console/banks/{code}/description")
    ModelAndView show(
            Visit visit, StaffMember member, @PathVariable String code, @RequestParam(defaultValue = "") String done) {
        BankId bank = BankPages.bank(code);
        var sent = new Sent(descriptions.yaml(bank).orElse(""), "", List.of(), FormErrors.NONE);
        return Page.of("console/description", visit, model(visit, member, bank, sent, !done.isEmpty()));
    }

    @PostMapping("/console/banks/{code}/description")
    ModelAndView load(
            Visit visit,
            StaffMember member,
            @PathVariable String code,
            @RequestParam String request,
            @RequestParam String yaml,
            @RequestParam String note) {
        BankId bank = BankPages.bank(code);
        var errors = note.isBlank()
                ? FormErrors.of("note", visit.say("console.note.needed"))
                : note.length() > LONGEST_NOTE
                        ? FormErrors.of("note", visit.say("console.note.long"))
                        : FormErrors.NONE;
        if (yaml.length() > LONGEST) {
            errors = errors.with("yaml", visit.say("console.description.long", LONGEST));
        }
        if (!errors.isEmpty()) {
            return again(visit, member, bank, new Sent(yaml, note, List.of(), errors));
        }
        return switch (DescriptionReader.read(yaml)) {
            case DescriptionReading.Faulty(var mistakes) -> {
                var lines = mistakes.stream().map(Object::toString).toList();
                yield again(visit, member, bank, new Sent(yaml, note, lines, FormErrors.NONE));
            }
            case DescriptionReading.Whole(var description)
            when !description.bank().equals(bank) -> {
                var other = FormErrors.of("yaml", visit.say("console.description.other", code));
                yield again(visit, member, bank, new Sent(yaml, note, List.of(), other));
            }
            case DescriptionReading.Whole(var description) -> {
                var why = Actions.Why.of(Reason.DESCRIBED, note.strip());
                var by = new Switches.By(member, why, Reason.DESCRIBED, Doings.id(request));
                yield propose(visit, by, description, new Sent(yaml, note, List.of(), FormErrors.NONE));
            }
        };
    }

    private ModelAndView propose(Visit visit, Switches.By by, BankDescription description, Sent sent) {
        BankId bank = description.bank();
        String code = "%04d".formatted(bank.code());
        var draft = new Proposal.Draft(
                ActionKind.DESCRIBE_BANK,
                code,
                by.why(),
                new TrustCommand.Describe(bank, EngineTerms.of(description)),
                "/console/banks/" + code + "/description",
                detail(description));
        var result = switches.act(by, draft);
        if (result instanceof Switches.Result.ToSign(var proposal)) {
            descriptions.keep(proposal, description, sent.yaml());
            return Redirect.to(ApprovalPages.path(proposal));
        }
        return again(visit, by.member(), bank, sent.with(Switches.wrong(visit, result)));
    }

    /** What whoever signs has to know: what it makes of a link, and what it did before. */
    private String detail(BankDescription description) {
        String now = "v" + description.version() + " " + Strength.of(description);
        return descriptions
                .inForce(description.bank())
                .map(before -> "v" + before.version() + " " + Strength.of(before) + " → " + now)
                .orElse(now);
    }

    private record Sent(String yaml, String note, List<String> mistakes, FormErrors errors) {

        Sent with(FormErrors wrong) {
            return new Sent(yaml, note, mistakes, wrong);
        }
    }

    private ModelAndView again(Visit visit, StaffMember member, BankId bank, Sent sent) {
        return Page.again("console/description", visit, model(visit, member, bank, sent, false));
    }

    private Model model(Visit visit, StaffMember member, BankId bank, Sent sent, boolean done) {
        return new Model(
                frames.of(member, "banks"),
                banks.find(visit, bank).orElseThrow(NotThere::new),
                sent.yaml(),
                sent.note(),
                doings.newId(),
                sent.mistakes(),
                sent.errors(),
                done);
    }
}
