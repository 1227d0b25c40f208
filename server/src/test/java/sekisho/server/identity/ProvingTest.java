package sekisho.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sekisho.formats.matching.Attribute;
import sekisho.identity.Challenges;
import sekisho.identity.IdentityRefusal;
import sekisho.identity.Octets;
import sekisho.identity.Source;
import sekisho.identity.demo.DemoPerson;
import sekisho.protocol.EvidenceKind;
import sekisho.server.identity.DemoDocuments.Condition;
import sekisho.server.identity.StoredChallenges.Answerer;
import sekisho.server.people.PersonId;
import sekisho.server.testing.RunningServer;
import sekisho.server.testing.SharedServer;

@ExtendWith(SharedServer.class)
final class ProvingTest {
    private final RunningServer running;
    private final Office office;

    ProvingTest(RunningServer running, @TempDir Path keys) {
        this.running = running;
        this.office = new Office(running, keys);
    }

    @Test
    void aGoodCardIsKeptTypedDatedAndSourced() {
        PersonId person = office.newcomer();
        DemoPerson aoi = Office.human("北 葵");
        assertThat(office.assurance.tier(person)).isEqualTo(Assurance.UNVERIFIED);
        assertThat(office.show(person, aoi)).isInstanceOf(Proven.Verified.class);
        KeptEvidence kept = office.evidences.of(person).getFirst();
        assertThat(kept.kind()).isEqualTo(EvidenceKind.DEMONSTRATION);
        assertThat(kept.issuer()).contains("Sekisho Issuing Demo");
        assertThat(kept.sources())
                .isEqualTo(Map.of(
                        Attribute.NAME_KANJI, Source.CERTIFICATE,
                        Attribute.BIRTH_DATE, Source.CERTIFICATE,
                        Attribute.ADDRESS, Source.CERTIFICATE));
        assertThat(kept.until()).isAfter(kept.verifiedAt());
        assertThat(office.evidences.attributes(person))
                .isEqualTo(Map.of(
                        Attribute.NAME_KANJI, "北 葵",
                        Attribute.BIRTH_DATE, aoi.birthDate().toString(),
                        Attribute.ADDRESS, aoi.address()));
        assertThat(office.assurance.levels(person)).isEqualTo(new Assurance.Levels(2, 0));
        assertThat(office.assurance.tier(person)).isEqualTo(Assurance.VERIFIED);
    }

    @ParameterizedTest
    @CsvSource({
        "EXPIRED, CERTIFICATE_EXPIRED",
        "REVOKED, REVOKED_BY_CRL",
        "OTHER_AUTHORITY, ISSUER_NOT_TRUSTED",
        "LOG_IN, AUTHENTICATION_CERTIFICATE",
        "OTHER_CHALLENGE, SIGNATURE_WRONG"
    })
    void aBadCardIsRefusedByItsCodeAndNothingIsKept(Condition condition, IdentityRefusal reason) {
        PersonId person = office.newcomer();
        DemoPerson aoi = Office.human("北 葵");
        assertThat(office.show(person, aoi, condition)).isEqualTo(refused(reason));
        assertThat(office.evidences.of(person)).isEmpty();
        assertThat(office.persons.of(person)).isEmpty();
        assertThat(office.assurance.isVerified(person)).isFalse();
    }

    @Test
    void aChallengeIsForOnePersonInOneBrowserOnce() {
        PersonId person = office.newcomer();
        var mine = new Answerer(person, Office.SESSION);
        DemoPerson aoi = Office.human("北 葵");
        String proof = office.documents.card(aoi, Condition.GOOD, office.proving.challenge(mine));
        assertThat(office.proving.card(new Answerer(person, "another-browser"), proof))
                .isEqualTo(refused(IdentityRefusal.CHALLENGE_UNKNOWN));
        assertThat(office.proving.card(new Answerer(office.newcomer(), Office.SESSION), proof))
                .isEqualTo(refused(IdentityRefusal.CHALLENGE_UNKNOWN));
        assertThat(office.proving.card(mine, proof)).isInstanceOf(Proven.Verified.class);
        assertThat(office.proving.card(mine, proof)).isEqualTo(refused(IdentityRefusal.CHALLENGE_USED));
        String nobodys = office.documents.card(aoi, Condition.GOOD, Octets.of(new byte[32]));
        assertThat(office.proving.card(mine, nobodys)).isEqualTo(refused(IdentityRefusal.CHALLENGE_UNKNOWN));
    }

    @Test
    void aFailedTryUsesTheChallengeUp() {
        var mine = new Answerer(office.newcomer(), Office.SESSION);
        Octets challenge = office.proving.challenge(mine);
        DemoPerson aoi = Office.human("北 葵");
        assertThat(office.proving.card(mine, office.documents.card(aoi, Condition.LOG_IN, challenge)))
                .isEqualTo(refused(IdentityRefusal.AUTHENTICATION_CERTIFICATE));
        assertThat(office.proving.card(mine, office.documents.card(aoi, Condition.GOOD, challenge)))
                .isEqualTo(refused(IdentityRefusal.CHALLENGE_USED));
    }

    @Test
    void aChallengeIsGoodForFiveMinutes() {
        var mine = new Answerer(office.newcomer(), Office.SESSION);
        Octets challenge = office.proving.challenge(mine);
        office.clock.advance(StoredChallenges.VALID.plusSeconds(1));
        String proof = office.documents.card(Office.human("北 葵"), Condition.GOOD, challenge);
        assertThat(office.proving.card(mine, proof)).isEqualTo(refused(IdentityRefusal.CHALLENGE_EXPIRED));
    }

    @Test
    void ofManyServersThatTakeAChallengeAtOnceOneGetsIt() throws Exception {
        var mine = new Answerer(office.newcomer(), Office.SESSION);
        Octets challenge = office.challenges.issue(mine);
        List<Challenges.Taking> taken = atOnce(
                8,
                _ -> () ->
                        new StoredChallenges(office.jdbc, office.clock).of(mine).take(challenge));
        assertThat(taken).containsOnlyOnce(Challenges.Taking.TAKEN);
        assertThat(taken.stream().filter(one -> one == Challenges.Taking.USED)).hasSize(7);
    }

    @Test
    void anothersCardIsRefused() {
        PersonId person = office.newcomer();
        DemoPerson aoi = Office.human("北 葵");
        office.show(person, aoi);
        assertThat(office.show(person, Office.human("北 葵"))).isEqualTo(new Proven.AnotherPerson());
        // The first card has run out, so that nothing is left to contradict it but whom the person was bound to.
        office.clock.advance(Duration.ofDays(6 * 365));
        assertThat(office.evidences.of(person)).isEmpty();
        assertThat(office.show(person, Office.human("南 凪"))).isEqualTo(new Proven.AnotherPerson());
        assertThat(office.evidences.of(person)).isEmpty();
        assertThat(office.show(person, aoi)).isInstanceOf(Proven.Verified.class);
    }

    @Test
    void aHumanHasOneTokenAndAtMostTwoWallets() {
        DemoPerson first = Office.human("髙橋　花子");
        var written = new DemoPerson("高橋 花子", "他県他市1", first.birthDate(), first.gender());
        PersonId one = office.newcomer();
        PersonId two = office.newcomer();
        PersonId three = office.newcomer();
        assertThat(office.show(one, first)).isInstanceOf(Proven.Verified.class);
        assertThat(office.show(two, written)).isInstanceOf(Proven.Verified.class);
        assertThat(office.persons.of(one)).isPresent().isEqualTo(office.persons.of(two));
        assertThat(office.show(three, first)).isEqualTo(new Proven.TooManyWallets(2));
        assertThat(office.evidences.of(three)).isEmpty();
        assertThat(office.show(one, written)).as("shown again").isInstanceOf(Proven.Verified.class);
        office.people.close(two, office.clock.instant());
        assertThat(office.show(three, first)).isInstanceOf(Proven.Verified.class);
    }

    @Test
    void twoWalletsAreNotThreeBecauseSomebodyIsQuick() throws Exception {
        DemoPerson aoi = Office.human("北 葵");
        List<PersonId> many =
                IntStream.range(0, 6).mapToObj(_ -> office.newcomer()).toList();
        List<Proven> results = atOnce(many.size(), i -> () -> office.show(many.get(i), aoi));
        assertThat(results.stream().filter(Proven.Verified.class::isInstance)).hasSize(2);
        assertThat(results.stream().filter(Proven.TooManyWallets.class::isInstance))
                .hasSize(4);
    }

    @Test
    void aPassportIsNeverEnoughAndBelongsToWhomTheCardNames() {
        PersonId person = office.newcomer();
        DemoPerson aoi = Office.human("北 葵");
        assertThat(office.showPassport(person, aoi, true))
                .isEqualTo(refused(IdentityRefusal.ACTIVE_AUTHENTICATION_WRONG));
        assertThat(office.showPassport(person, aoi, false)).isInstanceOf(Proven.Verified.class);
        assertThat(office.assurance.levels(person)).isEqualTo(new Assurance.Levels(1, 0));
        assertThat(office.assurance.isVerified(person)).isFalse();
        assertThat(office.show(person, Office.human("北 葵"))).isEqualTo(new Proven.AnotherPerson());
        assertThat(office.show(person, aoi)).isInstanceOf(Proven.Verified.class);
        assertThat(office.evidences.attributes(person)).containsEntry(Attribute.NAME_LATIN, "KITA AOI");
        assertThat(office.assurance.isVerified(person)).isTrue();
    }

    @Test
    void aMadeUpCardCountsWhereItsAuthorityIsTrustedAlone() {
        PersonId person = office.newcomer();
        office.show(person, Office.human("北 葵"));
        var elsewhere = new Evidences(office.jdbc, office.vault, office.clock, false);
        assertThat(elsewhere.of(person)).isEmpty();
        assertThat(elsewhere.attributes(person)).isEmpty();
        var nobody = office.proving(Trusted.configured(_ -> null, Path.of(".")), running);
        var mine = new Answerer(office.newcomer(), Office.SESSION);
        String proof = office.documents.card(Office.human("北 葵"), Condition.GOOD, nobody.challenge(mine));
        assertThat(nobody.card(mine, proof)).isEqualTo(refused(IdentityRefusal.POLICY_NOT_ACCEPTED));
    }

    @Test
    void whatAPersonTypedOnceCountsForNothing() {
        PersonId person = office.newcomer();
        office.jdbc
                .sql("""
                        with made as (
                            insert into identity.evidence (id, person, kind, issuer, taken_at, valid_until)
                            values (gen_random_uuid(), :person, 'DEMONSTRATION', 'typed', now(), now() + interval '1 year')
                            returning id)
                        insert into identity.attributes (evidence, attribute, token, source)
                        select made.id, attribute, :token, 'TYPED' from made,
                            unnest(array['NAME_KANJI', 'BIRTH_DATE', 'ADDRESS']) as attribute
                        """)
                .param("person", person.value())
                .param(
                        "token",
                        office.vault
                                .token(sekisho.server.vault.Kind.NAME, "北 葵")
                                .value())
                .update();
        assertThat(office.evidences.attributes(person)).isEmpty();
        assertThat(office.assurance.isVerified(person)).isFalse();
    }

    @Test
    void nothingPersonalLiesOutsideTheVault() {
        PersonId person = office.newcomer();
        DemoPerson nagi = new DemoPerson(
                "南浦 凪沙",
                "竹原県若竹市南6-7-8",
                Office.human("").birthDate(),
                Office.human("").gender());
        office.show(person, nagi);
        for (String table : List.of("identity.evidence", "identity.attributes", "identity.persons", "vault.entries")) {
            String rows = office.jdbc
                    .sql("select string_agg(row_to_json(t)::text, ' ') from " + table + " t")
                    .query(String.class)
                    .single();
            assertThat(rows)
                    .as(table)
                    .isNotEmpty()
                    .doesNotContain("南浦", "凪沙", "竹原県", nagi.birthDate().toString());
        }
        assertThat(office.jdbc
                        .sql("select length(proof) from identity.evidence where person = :person")
                        .param("person", person.value())
                        .query(Integer.class)
                        .single())
                .as("SHA-256 of the whole proof")
                .isEqualTo(32);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nothing",
                "challenge=AA",
                "challenge=AA signature=AA certificate=AA",
                "challenge=AA challenge=AA signature=AA certificate=AA",
                "challenge=!! signature=AA certificate=AA",
                "name=AA challenge=AA signature=AA certificate=AA"
            })
    void whatIsNoProofIsRefused(String text) {
        var mine = new Answerer(office.newcomer(), Office.SESSION);
        assertThat(office.proving.card(mine, text))
                .isIn(refused(IdentityRefusal.MALFORMED), refused(IdentityRefusal.CHALLENGE_UNKNOWN));
        assertThat(office.proving.passport(mine, text)).isEqualTo(refused(IdentityRefusal.MALFORMED));
    }

    @Test
    void aProofHasALargestSize() {
        var mine = new Answerer(office.newcomer(), Office.SESSION);
        assertThat(office.proving.card(mine, "challenge=" + "A".repeat(ProofFields.LONGEST)))
                .isEqualTo(refused(IdentityRefusal.TOO_LARGE));
        assertThat(office.proving.card(mine, "crl=AA ".repeat(17))).isEqualTo(refused(IdentityRefusal.TOO_LARGE));
        assertThat(office.proving.card(mine, "challenge=AA signature=AA certificate=AA" + " crl=AA".repeat(5)))
                .isEqualTo(refused(IdentityRefusal.TOO_LARGE));
    }

    private static <T> List<T> atOnce(int many, java.util.function.IntFunction<Callable<T>> task) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> futures =
                    threads.invokeAll(IntStream.range(0, many).mapToObj(task).toList());
            return futures.stream().map(Future::resultNow).toList();
        }
    }

    private static Proven refused(IdentityRefusal reason) {
        return new Proven.Refused(reason);
    }
}
