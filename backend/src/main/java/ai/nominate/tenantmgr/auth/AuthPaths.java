package ai.nominate.tenantmgr.auth;

import ai.nominate.tenantmgr.web.OpenPaths;
import ai.nominate.tenantmgr.web.PrivatePaths;
import jakarta.inject.Singleton;
import java.util.List;

/** Signing in, and staying so, needs no sign-in. Answers about accounts are not cached, and answers that hold the tokens of a session are not stored either. */
@Singleton
class AuthPaths implements PrivatePaths, OpenPaths {
    private static final List<String> SESSION = List.of("/api/auth/login", "/api/auth/refresh", "/api/auth/logout");

    @Override
    public List<String> open() {
        return SESSION;
    }

    @Override
    public List<String> notCached() {
        return List.of("/api/auth", "/api/users", "/api/tokens", "/api/sessions");
    }

    @Override
    public List<String> notStored() {
        return SESSION;
    }
}
