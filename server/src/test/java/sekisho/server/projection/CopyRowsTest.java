package sekisho.server.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.protocol.Currency;
import sekisho.protocol.OperationId;
import sekisho.server.database.Database;
import sekisho.server.database.TestDatabase;

final class CopyRowsTest {
    private static final Database DATABASE = Database.open(TestDatabase.empty());
    private static final JdbcClient JDBC = jdbc();

    private static JdbcClient jdbc() {
        try (var connection = DATABASE.connect("test")) {
            ProjectionTables.make(connection);
            return StateAgainstRows.jdbc(DATABASE);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long copy(Table table, CopyRows rows) throws Exception {
        try (var connection = DATABASE.connect("test")) {
            rows.end();
            var in = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(table.copy());
            in.writeToCopy(rows.bytes(), 0, rows.length());
            return in.endCopy();
        }
    }

    @Test
    void theDatabaseReadsEveryTypeAsItWasWritten() throws Exception {
        var rows = new CopyRows(Table.PAYMENT_CHANGES);
        for (int i = 0; i < 2; i++) {
            rows.row()
                    .uuid(new OperationId(-1, i))
                    .int8(Long.MAX_VALUE)
                    .int8(Long.MIN_VALUE)
                    .int8(0)
                    .int8(-1)
                    .int8(1L << 53)
                    .int8(7)
                    .time(1_774_968_000_123L)
                    .timeOrInfinity(i == 0 ? 0 : 1)
                    .int4(Integer.MIN_VALUE)
                    .int2(Short.MAX_VALUE)
                    .int2(Short.MIN_VALUE)
                    .int2(-1)
                    .int2(0)
                    .letters(i == 0 ? Currency.NONE : Currency.of("XTS"));
        }
        assertThat(rows.rows()).isEqualTo(2);
        assertThat(copy(Table.PAYMENT_CHANGES, rows)).isEqualTo(2);
        var read = JDBC.sql("select *, changed_at::text as changed, expires_at::text as expires"
                        + " from projection.payment_changes order by payment")
                .query()
                .listOfRows();
        assertThat(read.get(0))
                .containsEntry("payment", new UUID(-1, 0))
                .containsEntry("wallet", Long.MAX_VALUE)
                .containsEntry("merchant", Long.MIN_VALUE)
                .containsEntry("amount", 0L)
                .containsEntry("fee", -1L)
                .containsEntry("refundable", 1L << 53)
                .containsEntry("changed", "2026-03-31 14:40:00.123+00")
                .containsEntry("expires", "infinity")
                .containsEntry("book", Integer.MIN_VALUE)
                .containsEntry("currency", "   ");
        assertThat(read.get(0).get("status")).hasToString("32767");
        assertThat(read.get(0).get("outcome")).hasToString("-32768");
        assertThat(read.get(0).get("request_index")).hasToString("-1");
        assertThat(read.get(1))
                .containsEntry("expires", "1970-01-01 00:00:00.001+00")
                .containsEntry("currency", "XTS");
    }

    @Test
    void manyRowsMakeTheBufferGrow() throws Exception {
        var rows = new CopyRows(Table.BANK_CHANGES);
        for (int round = 0; round < 2; round++) {
            rows.clear();
            for (int i = 0; i < 10_000; i++) {
                rows.row()
                        .int8(i)
                        .time(i)
                        .int4(1)
                        .int4(2)
                        .int2(3)
                        .int2(round)
                        .int2(5)
                        .int2(6)
                        .flag(i % 2 == 0);
            }
            assertThat(copy(Table.BANK_CHANGES, rows)).isEqualTo(10_000);
        }
        assertThat(JDBC.sql("select count(*) from projection.bank_changes where open")
                        .query(Long.class)
                        .single())
                .isEqualTo(10_000);
    }

    /** A smaller row could fill a gap in an earlier page, and a rebuild would differ. */
    @ParameterizedTest
    @EnumSource
    void aTablesColumnsAreTheDefinitionsAndAllOfFixedLength(Table table) {
        var columns = JDBC.sql("""
                        select column_name, is_nullable, data_type from information_schema.columns
                        where table_schema = 'projection' and 'projection.' || table_name = :table
                        order by ordinal_position
                        """).param("table", table.sqlName()).query().listOfRows();
        assertThat(columns.stream()
                        .map(it -> String.valueOf(it.get("column_name")))
                        .collect(Collectors.joining(", ")))
                .isEqualTo(table.columns());
        assertThat(columns).allSatisfy(column -> assertThat(column).containsEntry("is_nullable", "NO"));
        assertThat(columns)
                .allSatisfy(column -> assertThat(column.get("data_type"))
                        .isIn(
                                "bigint",
                                "integer",
                                "smallint",
                                "uuid",
                                "boolean",
                                "timestamp with time zone",
                                "character"));
        assertThat(table.columnCount()).isEqualTo(columns.size());
    }

    @Test
    void everyTableAndColumnIsExplainedAndNothingIsVacuumed() {
        var tables = JDBC.sql("""
                        select relname from pg_class c join pg_namespace n on n.oid = relnamespace
                        where nspname = 'projection' and relkind = 'r'
                        """).query(String.class).list();
        assertThat(tables).hasSize(Table.values().length + 1);
        assertThat(JDBC.sql("""
                        select c.relname || coalesce('.' || a.attname, '')
                        from pg_class c join pg_namespace n on n.oid = relnamespace
                        left join lateral (
                            select attname, attnum from pg_attribute where attrelid = c.oid and attnum > 0
                            union all select null, 0) a on true
                        left join pg_description d
                            on d.classoid = 'pg_class'::regclass and d.objoid = c.oid and d.objsubid = a.attnum
                        where nspname = 'projection' and relkind = 'r'
                          and (d.description is null or not 'autovacuum_vacuum_insert_threshold=-1' = any(c.reloptions))
                        """).query(String.class).list()).isEmpty();
        assertThat(Arrays.stream(Table.values()).map(Table::sqlName))
                .allSatisfy(name -> assertThat(tables).contains(name.substring("projection.".length())));
    }
}
