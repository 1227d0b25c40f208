package sekisho.server.session;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import sekisho.server.people.PersonId;

/** Somebody signed in with a passkey. */
public final class PersonAuthentication extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1;

    private final PersonId person;

    PersonAuthentication(PersonId person) {
        super(List.of());
        this.person = person;
        setAuthenticated(true);
    }

    @Override
    public PersonId getPrincipal() {
        return person;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public String getName() {
        return person.value().toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PersonAuthentication that && that.person.equals(person);
    }

    @Override
    public int hashCode() {
        return person.hashCode();
    }
}
