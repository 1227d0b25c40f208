package sekisho.server.linking;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.bank.description.BankDescription;
import sekisho.protocol.BankId;

/** The banks whose accounts can be linked, in the schema {@code linking}. Any thread. */
public final class SupportedBanks {
    private final JdbcClient jdbc;

    SupportedBanks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a bank, or changes what is known of it. The engine has to know it too. */
    public void put(SupportedBank bank) {
        jdbc.sql("""
                        insert into linking.banks (code, name_ja, name_en, kana, issuer, minutes, method, statement_key,
                            deposit_code)
                        values (:code, :ja, :en, :kana, :issuer, :minutes, :method, :key, :code_on_statement)
                        on conflict (code) do update set name_ja = excluded.name_ja, name_en = excluded.name_en,
                            kana = excluded.kana, issuer = excluded.issuer, minutes = excluded.minutes,
                            method = excluded.method, statement_key = excluded.statement_key,
                            deposit_code = excluded.deposit_code
                        """)
                .param("code", bank.bank().code())
                .param("ja", bank.nameJa())
                .param("en", bank.nameEn())
                .param("kana", bank.kana())
                .param("issuer", bank.issuer().toString())
                .param("minutes", bank.minutes())
                .param("method", bank.method())
                .param("key", bank.statementKey())
                .param("code_on_statement", bank.depositCode())
                .update();
    }

    /** Changes what follows from a bank's description: how it is reached, how long it takes, how holders are told. */
    void describe(BankDescription description) {
        jdbc.sql("""
                        update linking.banks set method = :method, deposit_code = :code_on_statement, minutes = :minutes
                        where code = :code
                        """)
                .param("code", description.bank().code())
                .param("method", description.rail().method())
                .param("minutes", description.asks().getLast().page() + 1)
                .param("code_on_statement", description.depositCode())
                .update();
    }

    public Optional<SupportedBank> find(BankId bank) {
        return jdbc.sql("select * from linking.banks where code = :code")
                .param("code", bank.code())
                .query((row, _) -> bank(row))
                .optional();
    }

    /** By code. */
    public List<SupportedBank> all() {
        return jdbc.sql("select * from linking.banks order by code")
                .query((row, _) -> bank(row))
                .list();
    }

    private static SupportedBank bank(ResultSet row) throws SQLException {
        return new SupportedBank(
                new BankId(row.getInt("code")),
                row.getString("name_ja"),
                row.getString("name_en"),
                row.getString("kana"),
                URI.create(row.getString("issuer")),
                row.getInt("minutes"),
                row.getInt("method"),
                row.getInt("statement_key"),
                row.getBoolean("deposit_code"));
    }
}
