package sekisho.server.notice;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import sekisho.bank.outgoing.GuardedNames;
import sekisho.bank.outgoing.Reach;

/**
 * Hands mails over by SMTP. To other hosts only encrypted, with the host's certificate checked; the host's name leads only where it may.
 * A letter has the same Message-ID at each try, so that a recipient's server may know a repeat. Any thread.
 */
final class SmtpCarrier implements Carrier {
    private static final int IMPLICIT_TLS = 465;
    private static final int PERMANENT = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SmtpSettings settings;
    private final Session session;

    SmtpCarrier(SmtpSettings settings) {
        this.settings = settings;
        this.session = Session.getInstance(properties(settings), authenticator(settings));
    }

    @Override
    public String channel() {
        return Letter.MAIL;
    }

    @Override
    public Carried carry(Letter letter, String address) {
        MimeMessage message;
        try {
            message = message(letter, address);
        } catch (MessagingException unsendable) {
            return new Carried.Never(unsendable.getClass().getSimpleName());
        }
        try {
            Transport.send(message);
            return new Carried.Taken();
        } catch (SendFailedException failed) {
            int code = code(failed);
            return code >= PERMANENT
                    ? new Carried.Never(Integer.toString(code))
                    : new Carried.NotNow(Integer.toString(code));
        } catch (AuthenticationFailedException refused) {
            return new Carried.NotNow("user or password");
        } catch (MessagingException failed) {
            return new Carried.NotNow(failed.getClass().getSimpleName());
        }
    }

    private MimeMessage message(Letter letter, String address) throws MessagingException {
        var message = new Named(
                session,
                "<" + letter.id() + settings.from().substring(settings.from().indexOf('@')) + ">");
        message.setFrom(address(settings.from()));
        message.setRecipient(Message.RecipientType.TO, address(address));
        message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        message.setText(letter.body(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(letter.madeAt()));
        // Nobody's out-of-office answers.
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    /** One address; not strictly, because telephone companies have given out some that break the rules. */
    private static InternetAddress address(String address) throws AddressException {
        return new InternetAddress(address, false);
    }

    /** The server's code for a refusal of the address or of the mail; 0: there was none. */
    private static int code(MessagingException failed) {
        Exception at = failed;
        while (at != null) {
            if (at instanceof SMTPAddressFailedException refused) {
                return refused.getReturnCode();
            }
            if (at instanceof SMTPSendFailedException refused && refused.getReturnCode() >= PERMANENT - 100) {
                return refused.getReturnCode();
            }
            at = at instanceof MessagingException messaging ? messaging.getNextException() : null;
        }
        return 0;
    }

    private static Properties properties(SmtpSettings settings) {
        boolean here = GuardedNames.hold(settings.host(), settings.reach()) == Reach.THIS_MACHINE;
        boolean implicit = settings.port() == IMPLICIT_TLS;
        String patience = Long.toString(PATIENCE.toMillis());
        var properties = new Properties();
        properties.put("mail.transport.protocol", "smtp");
        properties.put("mail.smtp.host", settings.host());
        properties.put("mail.smtp.port", Integer.toString(settings.port()));
        properties.put("mail.smtp.auth", Boolean.toString(settings.user() != null));
        properties.put("mail.smtp.ssl.enable", Boolean.toString(implicit));
        properties.put("mail.smtp.starttls.enable", Boolean.toString(!implicit));
        properties.put("mail.smtp.starttls.required", Boolean.toString(!implicit && !here));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.protocols", "TLSv1.2 TLSv1.3");
        properties.put("mail.smtp.connectiontimeout", patience);
        properties.put("mail.smtp.timeout", patience);
        properties.put("mail.smtp.writetimeout", patience);
        properties.put("mail.smtp.localhost", "sekisho");
        return properties;
    }

    private static @Nullable Authenticator authenticator(SmtpSettings settings) {
        return settings.user() == null
                ? null
                : new Authenticator() {
                    @Override
                    protected PasswordAuthentication getPasswordAuthentication() {
                        return new PasswordAuthentication(settings.user(), settings.password());
                    }
                };
    }

    /** A message with an id of our own. */
    private static final class Named extends MimeMessage {
        private final String id;

        Named(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
