package sekisho.server.wallet.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.server.people.Contacts;
import sekisho.server.testing.Person;
import sekisho.server.testing.RunningServer;
import sekisho.server.testing.SharedServer;
import sekisho.server.testing.SoftAuthenticator;
import sekisho.server.testing.WebClient.Shown;

/** Contacts change after a passkey and a code, and the old ones are told. */
@ExtendWith(SharedServer.class)
final class ContactPagesTest {
    private static final String PATH = "/settings/contacts";
    private static final String PHONE = PATH + "/phone";
    private static final String MAIL = PATH + "/mail";

    private final RunningServer running;
    private final Person person;
    private final Phone phone;

    ContactPagesTest(RunningServer running) {
        this.running = running;
        this.person = Person.customer(running.server());
        this.phone = Phone.of(person, running.server());
    }

    @Test
    void aPhoneNumberIsAddedAfterAPasskeyAndACode() {
        assertThat(phone.add().leadsTo()).isEqualTo(PATH);
        assertThat(person.web().get(PATH).html()).contains(phone.number()).contains(person.mail());
        assertThat(letters(person.mail())).contains("A contact of your wallet was added or changed");
    }

    @Test
    void noCodeGoesOutBeforeThePasskeyHasAnswered() {
        person.web().post(person.web().get(PHONE), PHONE, Map.of("address", phone.number()));
        assertThat(person.web().get(PHONE + "/code").leadsTo()).isEqualTo(PATH);
        Shown page = person.web().get(PHONE + "/confirm");
        String stranger = new SoftAuthenticator().get(page.options(), person.origin());
        assertThat(confirm(page, stranger).status()).isEqualTo(422);
        person.web().post(page, PHONE + "/code/again", Map.of());
        assertThat(letters(phone.number())).isEmpty();
    }

    @Test
    void aPasskeyAnswersForOneContactAndForNoOther() {
        person.web().post(person.web().get(PHONE), PHONE, Map.of("address", phone.number()));
        Shown page = person.web().get(PHONE + "/confirm");
        String credential = person.authenticator().get(page.options(), person.origin());
        String other = Phone.of(person, running.server()).number();
        person.web().post(page, PHONE, Map.of("address", other));
        assertThat(confirm(page, credential).status()).isEqualTo(422);
    }

    @Test
    void theOldMailAddressIsToldForThirtyDaysMore() {
        String changed = "new-" + person.mail();
        assertThat(change(changed).leadsTo()).isEqualTo(PATH);
        assertThat(person.web().get("/settings").html()).contains(changed);
        assertThat(person.web().get(PATH).html()).contains("Is still told until");
        assertThat(letters(person.mail())).contains("A contact of your wallet was added or changed");
        freeze();
        assertThat(letters(changed)).contains("Your wallet was frozen");
        assertThat(letters(person.mail())).contains("Your wallet was frozen");
    }

    @Test
    void anOldMailAddressIsForgottenAfterThirtyDays() {
        String changed = "newer-" + person.mail();
        change(changed);
        running.server()
                .part(JdbcClient.class)
                .sql("""
                        update people.contacts set replaced_at = replaced_at - make_interval(days => :days, secs => 1)
                        where person = (select id from people.persons where handle = :handle)
                        """)
                .param("days", (int) Contacts.STILL_TOLD.toDays())
                .param("handle", person.handle().substring(1))
                .update();
        freeze();
        assertThat(letters(changed)).contains("Your wallet was frozen");
        assertThat(letters(person.mail())).doesNotContain("Your wallet was frozen");
        assertThat(person.web().get(PATH).html()).doesNotContain("Is still told until");
    }

    @Test
    void aCodeOfAContactIsWorthNothingAfterFiveTries() {
        phone.propose();
        String code = phone.code();
        String wrong = code.equals("000000") ? "111111" : "000000";
        Shown page = person.web().get(PHONE + "/code");
        for (int i = 0; i < 5; i++) {
            assertThat(person.web()
                            .post(page, PHONE + "/code", Map.of("code", wrong))
                            .status())
                    .isEqualTo(422);
        }
        assertThat(person.web()
                        .post(page, PHONE + "/code", Map.of("code", code))
                        .status())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "03-1234-5678", "+1 202 555 0100", "090-1234-567", "0120-444-444", "0990-123-456", "abc"})
    void onlyMobileNumbersOfJapanAreTaken(String bad) {
        Shown refused = person.web().post(person.web().get(PHONE), PHONE, Map.of("address", bad));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html()).contains("id=\"e-address\"");
    }

    @Test
    void theContactInUseIsNoNewOne() {
        assertThat(person.web()
                        .post(person.web().get(MAIL), MAIL, Map.of("address", person.mail()))
                        .html())
                .contains("This is the one in use");
    }

    @Test
    void anythingElseIsNoContact() {
        assertThat(person.web().get(PATH + "/fax").status()).isEqualTo(404);
    }

    private Shown change(String mail) {
        person.web().post(person.web().get(MAIL), MAIL, Map.of("address", mail));
        Shown page = person.web().get(MAIL + "/confirm");
        String credential = person.authenticator().get(page.options(), person.origin());
        person.web().post(page, MAIL + "/confirm", Map.of("stepUp", page.value("stepUp"), "credential", credential));
        var code = Pattern.compile("Your number is (\\d{6})").matcher(letters(mail));
        assertThat(code.find()).isTrue();
        return person.web().post(person.web().get(MAIL + "/code"), MAIL + "/code", Map.of("code", code.group(1)));
    }

    private Shown confirm(Shown page, String credential) {
        return person.web()
                .post(page, PHONE + "/confirm", Map.of("stepUp", page.value("stepUp"), "credential", credential));
    }

    private void freeze() {
        Shown page = person.web().get("/settings/freeze");
        person.web().post(page, "/settings/freeze", Map.of("request", page.value("request")));
    }

    private String letters(String address) {
        return Phone.letters(running.server(), address);
    }
}
