package sekisho.cli.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import sekisho.server.database.Database;
import sekisho.server.production.DemoPeople;
import sekisho.server.production.Objection;
import sekisho.server.production.ProductionFacts;
import sekisho.server.production.ProductionRules;
import sekisho.wire.home.HomeLayout;
import sekisho.wire.home.SafeFiles;

/**
 * Lets in what may run in production, and keeps homes apart: one that has seen the demonstration never serves people, and
 * one that serves people never runs with less care.
 */
final class ProductionGate {
    private ProductionGate() {}

    /**
     * Looks before anything is started, and marks the home.
     *
     * @param home its real path
     * @throws CannotRun with every objection
     */
    static void pass(RunSettings settings, Path home) throws CannotRun {
        var layout = new HomeLayout(home);
        try {
            if (settings.profile().production()) {
                require(ProductionRules.objections(new ProductionFacts(
                        home,
                        settings.keys(),
                        settings.demo(),
                        settings.profile().publicUrl(),
                        settings.database(),
                        settings.profile().settings())));
                mark(layout.inProduction());
            } else if (Files.exists(layout.inProduction())) {
                throw CannotRun.because(
                        "HOME_IN_PRODUCTION: the home " + home + " serves people. Start it with --production.");
            } else if (settings.demo()) {
                mark(layout.demonstrated());
            }
        } catch (IOException e) {
            throw new CannotRun("the home " + home + " cannot be looked at: " + e.getMessage(), e);
        }
    }

    /**
     * Looks into the database, before the server starts.
     *
     * @throws CannotRun with every objection
     */
    static void pass(RunSettings settings, Database database) throws CannotRun {
        if (!settings.profile().production()) {
            return;
        }
        try {
            require(DemoPeople.objections(database));
        } catch (SQLException e) {
            throw new CannotRun("the database cannot be looked at: " + e.getMessage(), e);
        }
    }

    private static void require(List<Objection> objections) throws CannotRun {
        if (!objections.isEmpty()) {
            throw CannotRun.because(objections.stream()
                    .map(Objection::text)
                    .collect(Collectors.joining("\n  ", "this must not run in production:\n  ", "")));
        }
    }

    private static void mark(Path mark) throws IOException {
        if (!Files.exists(mark)) {
            SafeFiles.write(mark, "Do not delete: it tells which way this home was used.\n");
        }
    }
}
