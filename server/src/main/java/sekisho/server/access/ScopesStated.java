package sekisho.server.access;

import java.util.Map;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Keeps the server from starting when an end point of the API does not say which scope it needs. */
final class ScopesStated implements SmartInitializingSingleton {
    private static final String API = "/v1/";

    private final RequestMappingHandlerMapping mapping;

    ScopesStated(RequestMappingHandlerMapping mapping) {
        this.mapping = mapping;
    }

    @Override
    public void afterSingletonsInstantiated() {
        for (Map.Entry<RequestMappingInfo, HandlerMethod> endPoint :
                mapping.getHandlerMethods().entrySet()) {
            boolean ofApi = endPoint.getKey().getPatternValues().stream().anyMatch(path -> path.startsWith(API));
            if (ofApi && !endPoint.getValue().hasMethodAnnotation(Allowed.class)) {
                throw new IllegalStateException("no scope is stated for " + endPoint.getKey());
            }
        }
    }
}
