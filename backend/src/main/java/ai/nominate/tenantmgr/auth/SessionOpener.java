package ai.nominate.tenantmgr.auth;

import ai.nominate.tenantmgr.audit.Audit;
import ai.nominate.tenantmgr.audit.Change;
import ai.nominate.tenantmgr.auth.credential.AccessTokens;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;

/** Opens sessions and records the means of sign-in. */
@ApplicationScoped
class SessionOpener {
    private final AccessTokens accessTokens;
    private final RefreshTokens refreshTokens;
    private final Audit audit;

    SessionOpener(AccessTokens accessTokens, RefreshTokens refreshTokens, Audit audit) {
        this.accessTokens = accessTokens;
        this.refreshTokens = refreshTokens;
        this.audit = audit;
    }

    /** Call it in a transaction that has locked the user's row. */
    Uni<OpenedSession> open(String action, User user, SignInOrigin from) {
        return refreshTokens
                .open(user, from)
                .call(() -> audit.record(from.actor(user), Change.created(action, user.username, null, Map.of())))
                .map(opened -> session(user, opened.family(), opened.token()));
    }

    /** Null if the account has changed since. */
    OpenedSession renewed(User user, RefreshTokens.Rotated rotated) {
        return user == null || user.disabled || user.sessionEpoch != rotated.sessionEpoch()
                ? null
                : session(user, rotated.family(), rotated.token());
    }

    private OpenedSession session(User user, UUID family, String refreshToken) {
        String token = accessTokens.issue(user.id, family, user.sessionEpoch);
        return new OpenedSession(
                new SessionView(token, AccessTokens.LIFETIME.toSeconds(), UserView.of(user)), refreshToken);
    }
}
