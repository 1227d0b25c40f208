package sekisho.server.people;

import java.io.Serializable;
import java.security.Principal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/** Names a person: 122 random bits, without meaning outside of the database. */
public record PersonId(UUID value) implements Serializable {

    public static PersonId random() {
        return new PersonId(UUID.randomUUID());
    }

    /** Who is signed in; null: nobody, or a program. */
    public static @Nullable PersonId signedIn(@Nullable Principal principal) {
        return principal instanceof Authentication authentication
                        && authentication.isAuthenticated()
                        && authentication.getPrincipal() instanceof PersonId person
                ? person
                : null;
    }
}
