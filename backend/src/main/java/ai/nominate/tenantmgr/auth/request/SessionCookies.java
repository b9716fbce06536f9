package ai.nominate.tenantmgr.auth.request;

import ai.nominate.tenantmgr.auth.credential.AccessTokens;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;

/** The two cookies of a browser session, inaccessible to scripts and to other sites. */
public final class SessionCookies {
    public static final String ACCESS = "tm_access";
    public static final String REFRESH = "tm_refresh";
    private static final String REFRESH_PATH = "/api/auth";

    private SessionCookies() {}

    public static NewCookie access(String token, HttpServerRequest request) {
        return cookie(ACCESS, token, "/", AccessTokens.LIFETIME, request);
    }

    public static NewCookie refresh(String token, Duration lifetime, HttpServerRequest request) {
        return cookie(REFRESH, token, REFRESH_PATH, lifetime, request);
    }

    public static NewCookie[] none(HttpServerRequest request) {
        return new NewCookie[] {
            cookie(ACCESS, "", "/", Duration.ZERO, request), cookie(REFRESH, "", REFRESH_PATH, Duration.ZERO, request)
        };
    }

    private static NewCookie cookie(
            String name, String value, String path, Duration lifetime, HttpServerRequest request) {
        return new NewCookie.Builder(name)
                .value(value)
                .path(path)
                .maxAge((int) lifetime.toSeconds())
                .httpOnly(true)
                .secure(isTls(request))
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }

    /** NGINX overwrites this header; the API itself listens on loopback only. */
    private static boolean isTls(HttpServerRequest request) {
        return request.isSSL() || "https".equals(request.getHeader("X-Forwarded-Proto"));
    }
}
