package sekisho.server.pages;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import sekisho.server.people.PersonId;

/** Makes the {@link Visit} of a request. */
final class VisitArgument implements HandlerMethodArgumentResolver {
    static final String LANGUAGE_COOKIE = "sekisho-language";
    static final String THEME_COOKIE = "sekisho-theme";

    private final Assets assets;
    private final ZoneId zone;
    private final InstantSource clock;

    VisitArgument(Assets assets, ZoneId zone, InstantSource clock) {
        this.assets = assets;
        this.zone = zone;
        this.clock = clock;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Visit.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return of(java.util.Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
    }

    Visit of(HttpServletRequest request) {
        return new Visit(
                language(request),
                Theme.of(cookie(request, THEME_COOKIE)),
                zone,
                clock.instant(),
                request.getRequestURI(),
                PersonId.signedIn(request.getUserPrincipal()),
                () -> proof(request),
                assets);
    }

    private static String proof(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : "";
    }

    /** As chosen; otherwise as the browser prefers, Japanese where it prefers neither. */
    private static Language language(HttpServletRequest request) {
        String chosen = cookie(request, LANGUAGE_COOKIE);
        if (chosen != null) {
            return Language.of(chosen);
        }
        if (request.getHeader("Accept-Language") != null) {
            for (Locale locale : java.util.Collections.list(request.getLocales())) {
                if (locale.getLanguage().equals("ja") || locale.getLanguage().equals("en")) {
                    return Language.of(locale.getLanguage());
                }
            }
        }
        return Language.JA;
    }

    private static @Nullable String cookie(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(name)) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }
}
