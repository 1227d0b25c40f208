package sekisho.server.linking;

import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.bank.description.BankDescription;
import sekisho.bank.description.DescriptionReader;
import sekisho.bank.description.DescriptionReading;
import sekisho.protocol.BankId;
import sekisho.protocol.RequestId;

/**
 * The banks' descriptions as files, of which the engine keeps only its own terms: what a bank began with, and what staff loaded and
 * the engine took. The newest of them is in force. Any thread.
 */
public final class BankDescriptions {
    private final JdbcClient jdbc;
    private final SupportedBanks banks;
    private final ObjectProvider<DescriptionFollower> followers;

    BankDescriptions(JdbcClient jdbc, SupportedBanks banks, ObjectProvider<DescriptionFollower> followers) {
        this.jdbc = jdbc;
        this.banks = banks;
        this.followers = followers;
    }

    /** What a bank begins with; what is known of it already stays. */
    public void begin(BankId bank, String yaml) {
        jdbc.sql(
                        "insert into linking.descriptions (bank, version, yaml) values (:bank, :version, :yaml) on conflict do nothing")
                .param("bank", bank.code())
                .param("version", read(yaml).version())
                .param("yaml", yaml)
                .update();
        follow(bank);
    }

    /** Keeps what staff are to sign. */
    public void keep(RequestId proposal, BankDescription description, String yaml) {
        jdbc.sql("""
                        insert into staff.descriptions (proposal, bank, version, yaml)
                        values (:proposal, :bank, :version, :yaml) on conflict do nothing
                        """)
                .param("proposal", new UUID(proposal.high(), proposal.low()))
                .param("bank", description.bank().code())
                .param("version", description.version())
                .param("yaml", yaml)
                .update();
    }

    /** The file in force; empty: the engine knows terms of this bank at most. */
    public Optional<String> yaml(BankId bank) {
        return jdbc.sql("""
                        select yaml from (
                            select version, yaml from linking.descriptions where bank = :bank
                            union all
                            select d.version, d.yaml from staff.descriptions d
                            join staff.proposals p on p.id = d.proposal
                            where d.bank = :bank and p.ended = 'DONE') known
                        order by version desc limit 1
                        """)
                .param("bank", bank.code())
                .query((row, _) -> row.getString(1))
                .optional();
    }

    /** What is in force. */
    public Optional<BankDescription> inForce(BankId bank) {
        return yaml(bank).map(BankDescriptions::read);
    }

    /** Has everything here go by what is in force at a bank. */
    public void follow(BankId bank) {
        inForce(bank).ifPresent(description -> {
            banks.describe(description);
            followers.forEach(follower -> follower.follow(description));
        });
    }

    /** All files here were read before they were kept. */
    private static BankDescription read(String yaml) {
        return switch (DescriptionReader.readKept(yaml)) {
            case DescriptionReading.Whole(var description) -> description;
            case DescriptionReading.Faulty(var mistakes) ->
                throw new IllegalStateException("a description that was kept is faulty: " + mistakes);
        };
    }
}
