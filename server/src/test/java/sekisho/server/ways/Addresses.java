package sekisho.server.ways;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.core.MethodParameter;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import sekisho.server.Server;
import sekisho.server.access.Allowed;
import sekisho.server.access.Scope;
import sekisho.server.console.StaffMember;
import sekisho.server.entrance.Customer;
import sekisho.server.shop.Shopkeeper;

/** Every address that a running server answers at, with who handles it. */
public final class Addresses {

    private Addresses() {}

    /**
     * An address.
     *
     * @param handler null: no controller of ours
     */
    public record Address(
            String method, String path, @Nullable HandlerMethod handler) {

        public String name() {
            return method + " " + path;
        }

        /** Who may come in, where the handler's own signature says it; null: it does not. */
        @Nullable
        public String who() {
            HandlerMethod known = handler;
            if (known == null) {
                return null;
            }
            Allowed allowed = known.getMethodAnnotation(Allowed.class);
            if (allowed != null) {
                return allowed.value().length == 0
                        ? "client"
                        : Arrays.stream(allowed.value())
                                .map(Scope::word)
                                .collect(Collectors.joining(" or ", "client ", ""));
            }
            for (MethodParameter parameter : known.getMethodParameters()) {
                Class<?> type = parameter.getParameterType();
                if (type == Customer.class) {
                    return "customer";
                }
                if (type == Shopkeeper.class) {
                    return "shopkeeper";
                }
                if (type == StaffMember.class) {
                    return "staff";
                }
            }
            return null;
        }
    }

    /** All of them, by their names. Ones that tests add are not the server's. */
    public static Map<String, Address> of(Server server) {
        Map<String, Address> all = new TreeMap<>();
        ApplicationContext context =
                Objects.requireNonNull(server.part(DispatcherServlet.class).getWebApplicationContext());
        for (HandlerMapping mapping :
                context.getBeansOfType(HandlerMapping.class).values()) {
            for (Address address : of(mapping)) {
                all.put(address.name(), address);
            }
        }
        return all;
    }

    private static List<Address> of(HandlerMapping mapping) {
        List<Address> all = new ArrayList<>();
        switch (mapping) {
            case RequestMappingInfoHandlerMapping methods ->
                methods.getHandlerMethods().forEach((info, handler) -> add(all, info, handler));
            case AbstractUrlHandlerMapping paths ->
                paths.getHandlerMap().keySet().forEach(path -> all.add(new Address("GET", unversioned(path), null)));
            case RouterFunctionMapping routes -> {
                if (routes.getRouterFunction() != null) {
                    throw new AssertionError("functional routes are not enumerated: " + routes.getRouterFunction());
                }
            }
            default -> throw new AssertionError("a mapping of a kind that is not enumerated: " + mapping.getClass());
        }
        return all;
    }

    /** Files have the version of their contents in their address. */
    private static String unversioned(String path) {
        return path.replaceFirst("^/assets/[0-9a-f]+/", "/assets/{version}/");
    }

    private static void add(List<Address> all, RequestMappingInfo info, HandlerMethod handler) {
        boolean ours = handler.getBeanType().getName().startsWith("sekisho.server.");
        boolean actuator = handler.getBeanType().getName().startsWith("org.springframework.boot.");
        if (!ours && !actuator) {
            return;
        }
        var methods = info.getMethodsCondition().getMethods();
        for (String path : info.getPatternValues()) {
            if (methods.isEmpty()) {
                all.add(new Address("ANY", path, ours ? handler : null));
            }
            methods.forEach(method -> all.add(new Address(method.name(), path, ours ? handler : null)));
        }
    }

    /** Every filter of every security chain: some of them answer themselves. */
    static List<String> filters(Server server) {
        return server.part(FilterChainProxy.class).getFilterChains().stream()
                .flatMap(chain -> chain.getFilters().stream())
                .map(filter -> filter.getClass().getSimpleName())
                .distinct()
                .sorted()
                .toList();
    }
}
