package sekisho.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.channels.SocketChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OutgoingCallsTest {
    private static ArchRule rule(String... packages) {
        return noClasses()
                .that()
                .resideInAnyPackage(packages)
                .and(com.tngtech.archunit.base.DescribedPredicate.not(OutgoingCalls.allowed()))
                .should(new OutgoingCalls());
    }

    @Test
    void serverAndBankHaveOneWayOut() {
        Modules.assertAllSeen("bank");
        Modules.assertAllSeen("server");
        rule("sekisho.bank..", "sekisho.server..").check(Modules.CLASSES);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                MakesAClient.class,
                ReadsAnAddress.class,
                OpensASocket.class,
                OpensAChannel.class,
                FetchesKeys.class,
                SendsForTheLibrary.class,
                LetsAValidatorFetchKeys.class
            })
    void theRuleBites(Class<?> offender) {
        assertThat(rule("sekisho.architecture..")
                        .evaluate(new ClassFileImporter().importClasses(offender))
                        .hasViolation())
                .isTrue();
    }

    static final class MakesAClient {
        HttpClient it() {
            return HttpClient.newHttpClient();
        }
    }

    static final class ReadsAnAddress {
        InputStream it() throws Exception {
            return URI.create("https://example").toURL().openStream();
        }
    }

    static final class OpensASocket {
        Socket it() throws Exception {
            return new Socket();
        }
    }

    static final class OpensAChannel {
        SocketChannel it() throws Exception {
            return SocketChannel.open();
        }
    }

    static final class FetchesKeys {
        Object it() throws Exception {
            return JWKSourceBuilder.create(URI.create("https://example").toURL())
                    .build();
        }
    }

    static final class SendsForTheLibrary {
        Object it(HTTPRequest request) throws Exception {
            return request.send();
        }
    }

    static final class LetsAValidatorFetchKeys {
        Object it() throws Exception {
            return new IDTokenValidator(
                    new Issuer("https://example"),
                    new ClientID("us"),
                    JWSAlgorithm.ES256,
                    URI.create("https://example").toURL());
        }
    }
}
