package sekisho.server.api.directory;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import sekisho.formats.directory.BankDirectory;
import sekisho.formats.japanpost.Conversion;
import sekisho.formats.japanpost.JapanPost;
import sekisho.protocol.BankId;
import sekisho.server.access.Allowed;
import sekisho.server.access.Scope;
import sekisho.server.json.BranchCode;
import sekisho.server.json.Forms;
import sekisho.server.json.PageSize;
import sekisho.server.problem.ProblemCode;
import sekisho.server.problem.ProblemException;

@RestController
@Tag(name = "Directory", description = "Japan's banks and branches.")
final class DirectoryReads {
    private final BankDirectory directory = BankDirectory.zengin();

    @GetMapping("/v1/directory/banks")
    @Allowed(Scope.BANKS_READ)
    @Operation(summary = "Find banks by code, name, kana or romaji")
    BankMatches banks(
            @Parameter(
                            description = "Part of a name, or the beginning of a code. Left out: all.",
                            schema = @Schema(type = "string", maxLength = 50))
                    @RequestParam(name = "query", required = false)
                    @Nullable
                    String query,
            @Parameter(description = "Most rows of the page. Left out: 100.")
                    @RequestParam(name = "limit", required = false)
                    @Nullable
                    PageSize limit) {
        return new BankMatches(directory.search(bounded("query", query), PageSize.of(limit)).stream()
                .map(DirectoryBank::of)
                .toList());
    }

    @GetMapping("/v1/directory/banks/{bank}")
    @Allowed(Scope.BANKS_READ)
    @Operation(summary = "Read a bank of the directory")
    DirectoryBank bank(@PathVariable BankId bank) {
        return directory.bank(code(bank)).map(DirectoryBank::of).orElseThrow(() -> notListed("bank"));
    }

    @GetMapping("/v1/directory/banks/{bank}/branches")
    @Allowed(Scope.BANKS_READ)
    @Operation(summary = "Find a bank's branches by code, name, kana or romaji")
    BranchMatches branches(
            @PathVariable BankId bank,
            @Parameter(
                            description = "Part of a name, or the beginning of a code. Left out: all.",
                            schema = @Schema(type = "string", maxLength = 50))
                    @RequestParam(name = "query", required = false)
                    @Nullable
                    String query,
            @Parameter(description = "Most rows of the page. Left out: 100.")
                    @RequestParam(name = "limit", required = false)
                    @Nullable
                    PageSize limit) {
        bank(bank);
        return new BranchMatches(
                directory.searchBranches(code(bank), bounded("query", query), PageSize.of(limit)).stream()
                        .map(DirectoryBranch::of)
                        .toList());
    }

    @GetMapping("/v1/directory/banks/{bank}/branches/{branch}")
    @Allowed(Scope.BANKS_READ)
    @Operation(summary = "Read a branch of the directory")
    DirectoryBranch branch(@PathVariable BankId bank, @PathVariable BranchCode branch) {
        return directory
                .branch(code(bank), branch.digits())
                .map(DirectoryBranch::of)
                .orElseThrow(() -> notListed("branch"));
    }

    @GetMapping("/v1/directory/japan-post")
    @Allowed(Scope.BANKS_READ)
    @Operation(
            summary = "Convert an account of Japan Post Bank",
            description = "From symbol and number, or from branch and account; each is checked.")
    PostAccount japanPost(
            @Parameter(
                            description = "Five digits, with number.",
                            example = "14030",
                            schema = @Schema(type = "string", maxLength = 20))
                    @RequestParam(name = "symbol", required = false)
                    @Nullable
                    String symbol,
            @Parameter(example = "12345671", schema = @Schema(type = "string", maxLength = 20))
                    @RequestParam(name = "number", required = false)
                    @Nullable
                    String number,
            @Parameter(description = "Three digits, with account.", schema = @Schema(type = "string", maxLength = 20))
                    @RequestParam(name = "branch", required = false)
                    @Nullable
                    String branch,
            @Parameter(description = "Seven digits.", schema = @Schema(type = "string", maxLength = 20))
                    @RequestParam(name = "account", required = false)
                    @Nullable
                    String account) {
        if (symbol != null && number != null && branch == null && account == null) {
            return converted(JapanPost.ofSymbol(bounded("symbol", symbol), bounded("number", number)));
        }
        if (branch != null && account != null && symbol == null && number == null) {
            return converted(JapanPost.ofBranch(bounded("branch", branch), bounded("account", account)));
        }
        throw new ProblemException(
                ProblemCode.CONTRADICTING_FIELDS.because("Either symbol and number are given, or branch and account."));
    }

    private static PostAccount converted(Conversion conversion) {
        return switch (conversion) {
            case Conversion.Converted(var own, var others) ->
                new PostAccount(
                        own.symbol(),
                        own.number(),
                        JapanPost.BANK_CODE,
                        others.branch(),
                        Forms.word(others.type()),
                        others.account());
            case Conversion.Refused(var reason) ->
                throw new ProblemException(ProblemCode.MALFORMED_VALUE
                        .because("This is no account: " + reason.sentence() + ".")
                        .at(Forms.word(reason.part())));
        };
    }

    private static String code(BankId bank) {
        return Forms.BANK.write().apply(bank);
    }

    /** What people type is short; a search through all banks costs something. */
    private static String bounded(String name, @Nullable String text) {
        if (text != null && text.length() > MOST_CHARACTERS) {
            throw new ProblemException(ProblemCode.MALFORMED_VALUE
                    .because(name + " has at most " + MOST_CHARACTERS + " characters.")
                    .at(name)
                    .withBound(MOST_CHARACTERS));
        }
        return text == null ? "" : text;
    }

    private static ProblemException notListed(String field) {
        return new ProblemException(ProblemCode.NOT_LISTED.problem().at(field));
    }

    private static final int MOST_CHARACTERS = 50;
}
