package sekisho.server.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import sekisho.protocol.Refusal;

/** What the engine may refuse an end point's request for, beside what it may refuse any for. For the API's document. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Refuses {
    Refusal[] value();
}
