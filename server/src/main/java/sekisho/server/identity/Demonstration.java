package sekisho.server.identity;

import java.util.Objects;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;
import sekisho.server.ServerSettings;

/**
 * Whether made-up cards are believed on this server: where the demo world is wanted, or {@code sekisho.identity.demonstration} says so.
 */
public final class Demonstration implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        var settings = Objects.requireNonNull(context.getBeanFactory()).getBean(ServerSettings.class);
        return context.getEnvironment().getProperty("sekisho.identity.demonstration", Boolean.class, settings.demo());
    }
}
