package sekisho.server.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import sekisho.server.json.BadValue;
import sekisho.server.json.Form;
import sekisho.server.json.Forms;
import sekisho.server.problem.ProblemCode;
import sekisho.server.problem.ProblemException;

/**
 * Refuses parameters in the address that an end point of the API does not read, and those given twice: a mistyped name
 * must not be taken for "no such wish".
 */
final class KnownParameters implements HandlerInterceptor {
    private final ConcurrentMap<java.lang.reflect.Method, Set<String>> known = new ConcurrentHashMap<>();
    private final ConcurrentMap<java.lang.reflect.Method, Map<String, Form<?>>> words = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String query = request.getQueryString();
        if (query != null && !query.isEmpty() && handler instanceof HandlerMethod method) {
            check(request, known.computeIfAbsent(method.getMethod(), _ -> names(method)));
        }
        if (handler instanceof HandlerMethod method) {
            checkWords(request, words.computeIfAbsent(method.getMethod(), _ -> words(method)));
        }
        return true;
    }

    private static void checkWords(HttpServletRequest request, Map<String, Form<?>> forms) {
        forms.forEach((name, form) -> {
            String value = variable(request, name);
            if (value == null) {
                value = request.getParameter(name);
            }
            if (value != null) {
                try {
                    form.parse(value);
                } catch (BadValue bad) {
                    throw new ProblemException(bad.at(name));
                }
            }
        });
    }

    private static @Nullable String variable(HttpServletRequest request, String name) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                        && variables.get(name) instanceof String value
                ? value
                : null;
    }

    private static void check(HttpServletRequest request, Set<String> names) {
        for (String name : Collections.list(request.getParameterNames())) {
            if (!names.contains(name)) {
                String known = names.isEmpty()
                        ? "none"
                        : String.join(", ", names.stream().sorted().toList());
                throw new ProblemException(ProblemCode.UNKNOWN_PARAMETER
                        .because("There is a parameter that is not known here; known: " + known + ".")
                        .at(shown(name)));
            }
            if (request.getParameterValues(name).length > 1) {
                throw new ProblemException(ProblemCode.MALFORMED_VALUE
                        .because("The parameter " + name + " is given twice.")
                        .at(name));
            }
        }
    }

    /**
     * The forms of parameters and variables that are words. Where a converter refuses one, Spring goes on: it takes an
     * empty text for none, and the name of a constant for the constant.
     */
    private static Map<String, Form<?>> words(HandlerMethod method) {
        var forms = new HashMap<String, Form<?>>();
        Arrays.stream(method.getMethodParameters())
                .filter(parameter -> parameter.getParameterType().isEnum())
                .forEach(parameter -> {
                    RequestParam query = parameter.getParameterAnnotation(RequestParam.class);
                    String declared = parameter.getParameter().getName();
                    forms.put(query == null ? declared : named(query, declared), form(parameter.getParameterType()));
                });
        return Map.copyOf(forms);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the type is an enumeration's
    private static Form<?> form(Class<?> type) {
        return Forms.words((Class) type);
    }

    private static Set<String> names(HandlerMethod method) {
        var names = new HashSet<String>();
        Arrays.stream(method.getMethodParameters()).forEach(parameter -> {
            RequestParam annotation = parameter.getParameterAnnotation(RequestParam.class);
            if (annotation != null) {
                names.add(named(annotation, parameter.getParameter().getName()));
            }
        });
        return Set.copyOf(names);
    }

    private static String named(RequestParam annotation, @Nullable String declared) {
        return !annotation.name().isEmpty() ? annotation.name() : declared == null ? "" : declared;
    }

    private static String shown(String name) {
        return name.length() <= 40 ? name : name.substring(0, 40) + "…";
    }
}
