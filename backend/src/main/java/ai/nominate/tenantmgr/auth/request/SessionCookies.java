package ai.nominate.tenantmgr.auth.request;

import ai.nominate.tenantmgr.auth.credential.AccessTokens;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The two cookies of a browser session, inaccessible to scripts and to other sites. Over TLS their names begin with
 * {@code __Host-}: browsers accept such a cookie from this host only, not from a sibling subdomain. Plain HTTP, on a
 * laptop, cannot have that prefix.
 */
public final class SessionCookies {
    public static final String ACCESS = "tm_access";
    public static final String REFRESH = "tm_refresh";
    private static final String PREFIX = "__Host-";
    private static final String REFRESH_PATH = "/api/auth";

    private SessionCookies() {}

    /** @param isLegacy whether it came over TLS under the name without the prefix */
    public record RefreshCookie(String token, boolean isLegacy) {}

    public static List<NewCookie> opened(
            String accessToken, String refreshToken, Duration lifetime, HttpServerRequest request) {
        List<NewCookie> cookies = new ArrayList<>();
        cookies.add(cookie(ACCESS, accessToken, AccessTokens.LIFETIME, request));
        if (refreshToken != null) {
            cookies.add(cookie(REFRESH, refreshToken, lifetime, request));
        }
        cookies.addAll(clearedLegacy(request));
        return cookies;
    }

    public static List<NewCookie> cleared(HttpServerRequest request) {
        List<NewCookie> cookies = new ArrayList<>();
        cookies.add(cookie(ACCESS, "", Duration.ZERO, request));
        cookies.add(cookie(REFRESH, "", Duration.ZERO, request));
        cookies.addAll(clearedLegacy(request));
        return cookies;
    }

    /** The access token. Over TLS the old name is not read: such a cookie is valid for minutes and then renewed. */
    public static Optional<String> accessToken(HttpServerRequest request) {
        return value(request, isTls(request) ? PREFIX + ACCESS : ACCESS);
    }

    public static Optional<RefreshCookie> refreshToken(HttpServerRequest request) {
        if (!isTls(request)) {
            return value(request, REFRESH).map(token -> new RefreshCookie(token, false));
        }
        return value(request, PREFIX + REFRESH)
                .map(token -> new RefreshCookie(token, false))
                .or(() -> value(request, REFRESH).map(token -> new RefreshCookie(token, true)));
    }

    private static Optional<String> value(HttpServerRequest request, String name) {
        return Optional.ofNullable(request.getCookie(name))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty());
    }

    /** Cookies of an earlier version, so that they are not sent any more. */
    private static List<NewCookie> clearedLegacy(HttpServerRequest request) {
        List<NewCookie> cookies = new ArrayList<>();
        if (isTls(request) && request.getCookie(ACCESS) != null) {
            cookies.add(cookie(ACCESS, "", "/", Duration.ZERO, true));
        }
        if (isTls(request) && request.getCookie(REFRESH) != null) {
            cookies.add(cookie(REFRESH, "", REFRESH_PATH, Duration.ZERO, true));
        }
        return cookies;
    }

    /** A cookie with the prefix must have the path /. */
    private static NewCookie cookie(String name, String value, Duration lifetime, HttpServerRequest request) {
        return isTls(request)
                ? cookie(PREFIX + name, value, "/", lifetime, true)
                : cookie(name, value, name.equals(REFRESH) ? REFRESH_PATH : "/", lifetime, false);
    }

    private static NewCookie cookie(String name, String value, String path, Duration lifetime, boolean isSecure) {
        return new NewCookie.Builder(name)
                .value(value)
                .path(path)
                .maxAge((int) lifetime.toSeconds())
                .httpOnly(true)
                .secure(isSecure)
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }

    /** NGINX overwrites this header; the API itself listens on loopback only. */
    private static boolean isTls(HttpServerRequest request) {
        return request.isSSL() || "https".equals(request.getHeader("X-Forwarded-Proto"));
    }
}
