package sekisho.server.canary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Where traces are looked for. Each says where it found what, with a little of what stands around it. */
final class Places {
    private static final int AROUND = 300;
    private static final String TABLE = "table ";

    private final Nest nest;
    private final Traces inTables;
    private final Traces elsewhere;
    private final List<String> found = new ArrayList<>();

    /**
     * Looks for other traces in tables than elsewhere.
     *
     * @param inTables without what may stand there (decision 196)
     */
    Places(Nest nest, Traces inTables, Traces elsewhere) {
        this.nest = nest;
        this.inTables = inTables;
        this.elsewhere = elsewhere;
    }

    List<String> found() {
        return found;
    }

    /** Looks into everything that there is; how many rows each table has. */
    Map<String, Integer> lookEverywhere(Overheard overheard) {
        engine();
        metrics();
        events();
        Map<String, Integer> rows = tables();
        overheard.lines().forEach(line -> look("log", line));
        return rows;
    }

    private void look(String where, String text) {
        Set<String> values = (where.startsWith(TABLE) ? inTables : elsewhere).in(text);
        if (!values.isEmpty()) {
            found.add(where + ": " + values + " in " + text.substring(0, Math.min(text.length(), AROUND)));
        }
    }

    /** What the engine holds, and everything that it and the server have written, but for the database's own files. */
    private void engine() {
        nest.running().node().export(row -> look("core state", row.toString()));
        nest.running().node().snapshot();
        try (Stream<Path> all = Files.walk(nest.running().home())) {
            for (Path file : (Iterable<Path>)
                    all.filter(Files::isRegularFile).filter(file -> !isOfTheDatabase(file))::iterator) {
                Set<String> values = elsewhere.in(Files.readAllBytes(file));
                if (!values.isEmpty()) {
                    found.add(nest.running().home().relativize(file) + ": " + values);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its tables are read by themselves; its programs are its programs'. */
    private boolean isOfTheDatabase(Path file) {
        Path database = nest.running().home().resolve("database");
        return file.startsWith(database) && !file.startsWith(database.resolve("log"));
    }

    private void metrics() {
        nest.operator().get("/actuator/prometheus").expect(200).text().lines().forEach(line -> look("metrics", line));
    }

    private void events() {
        long after = 0;
        JsonNode page;
        do {
            page = nest.operator()
                    .get("/v1/events?limit=1000&after=" + after)
                    .expect(200)
                    .json();
            page.path("events").forEach(event -> look("event", event.toString()));
            after = page.path("next").asLong();
        } while (page.path("more").asBoolean());
    }

    /** Every row of every table. */
    private Map<String, Integer> tables() {
        var jdbc = nest.part(JdbcClient.class);
        var rows = new TreeMap<String, Integer>();
        List<String> tables = jdbc.sql("""
                        select quote_ident(table_schema) || '.' || quote_ident(table_name) from information_schema.tables
                        where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
                        """).query((row, _) -> row.getString(1)).list();
        for (String table : tables) {
            List<String> all = jdbc.sql("select t::text from " + table + " t")
                    .query((row, _) -> row.getString(1))
                    .list();
            rows.put(table, all.size());
            all.forEach(row -> look(TABLE + table, row));
        }
        return rows;
    }
}
