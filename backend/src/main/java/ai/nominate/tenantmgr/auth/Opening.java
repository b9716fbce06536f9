package ai.nominate.tenantmgr.auth;

import ai.nominate.tenantmgr.audit.Audit;
import ai.nominate.tenantmgr.audit.Change;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;

/** Opens sessions, and writes down by what. */
@ApplicationScoped
class Opening {
    private final AccessTokens accessTokens;
    private final RefreshTokens refreshTokens;
    private final Audit audit;

    Opening(AccessTokens accessTokens, RefreshTokens refreshTokens, Audit audit) {
        this.accessTokens = accessTokens;
        this.refreshTokens = refreshTokens;
        this.audit = audit;
    }

    /** In a transaction that has the user's row. */
    Uni<OpenSession> by(String action, User user, Origin from) {
        return refreshTokens
                .open(user)
                .call(() -> audit.record(from.actor(user), Change.made(action, user.username, null, Map.of())))
                .map(opened -> session(user, opened.family(), opened.token()));
    }

    /** Null when the account has changed since. */
    OpenSession renewed(User user, RefreshTokens.Rotated rotated) {
        return user == null || user.disabled || user.sessionEpoch != rotated.sessionEpoch()
                ? null
                : session(user, rotated.family(), rotated.token());
    }

    private OpenSession session(User user, UUID family, String refreshToken) {
        String token = accessTokens.issue(user.id, family, user.sessionEpoch);
        return new OpenSession(
                new SessionView(token, AccessTokens.LIFETIME.toSeconds(), UserView.of(user)), refreshToken);
    }
}
