package sekisho.server.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Which scope an end point needs. Every end point of the API says it; one that does not keeps the server from starting. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Allowed {

    /** The scopes of which the client must have one. Empty: any client with a token. */
    Scope[] value();
}
