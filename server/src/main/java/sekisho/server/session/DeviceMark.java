package sekisho.server.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** A random mark in a browser, which outlives sessions and tells nothing but that it is the same browser again. Any thread. */
public final class DeviceMark {
    static final String COOKIE = "sekisho-device";
    private static final Duration LIFE = Duration.ofDays(400);
    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final boolean secure;

    DeviceMark(SessionSettings settings) {
        this.secure = settings.secure();
    }

    /** The mark of the browser that asks; empty: it has none. */
    public String of(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        return cookie != null && cookie.getValue().matches("[0-9a-f]{32}") ? cookie.getValue() : "";
    }

    /** The same; it is given one if it has none. */
    public String give(HttpServletRequest request, HttpServletResponse response) {
        String known = of(request);
        String mark = known.isEmpty() ? random() : known;
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, mark)
                        .path("/")
                        .maxAge(LIFE)
                        .httpOnly(true)
                        .secure(secure)
                        .sameSite("Lax")
                        .build()
                        .toString());
        return mark;
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
