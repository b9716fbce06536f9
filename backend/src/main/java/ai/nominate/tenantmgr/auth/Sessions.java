package ai.nominate.tenantmgr.auth;

import ai.nominate.tenantmgr.auth.credential.AuthProblem;
import ai.nominate.tenantmgr.auth.credential.CredentialCheck;
import ai.nominate.tenantmgr.auth.password.Passwords;
import ai.nominate.tenantmgr.auth.request.SessionCookies.RefreshCookie;
import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.UUID;

/** Sign-in, session renewal and sign-out. */
@ApplicationScoped
class Sessions {
    private final PasswordCheck check;
    private final Passwords passwords;
    private final RefreshTokens refreshTokens;
    private final SessionOpener opener;
    private final CredentialCheck credentials;
    private final FailedSignIns failed;
    private final Clock clock;

    Sessions(
            PasswordCheck check,
            Passwords passwords,
            RefreshTokens refreshTokens,
            SessionOpener opener,
            CredentialCheck credentials,
            FailedSignIns failed,
            Clock clock) {
        this.check = check;
        this.passwords = passwords;
        this.refreshTokens = refreshTokens;
        this.opener = opener;
        this.credentials = credentials;
        this.failed = failed;
        this.clock = clock;
    }

    Uni<OpenedSession> login(Login login, SignInOrigin from) {
        Fields fields = new Fields();
        fields.required("username", login.username(), Login::name);
        fields.required("password", login.password(), Passwords::requireReadable);
        fields.throwIfInvalid();
        return Panache.withSession(() -> User.named(login.username()))
                .flatMap(user -> check.matches(login.username(), user, login.password(), from.address())
                        .flatMap(right -> right
                                ? open(user, login.password(), from)
                                : failed.record(login.username(), user, from).flatMap(done -> badCredentials())));
    }

    /** The row may have changed during the password check; then the old password was checked. */
    private Uni<OpenedSession> open(User seen, String password, SignInOrigin from) {
        Uni<String> hash = passwords.isOutdated(seen.passwordHash)
                ? passwords.hash(password)
                : Uni.createFrom().item(seen.passwordHash);
        return hash.flatMap(newHash ->
                Panache.withTransaction(() -> User.<User>findById(seen.id, LockModeType.PESSIMISTIC_WRITE)
                        .flatMap(user -> {
                            if (user == null || user.sessionEpoch != seen.sessionEpoch) {
                                return badCredentials();
                            }
                            user.passwordHash = newHash;
                            user.lastSignInAt = clock.instant();
                            return opener.open("auth.sign-in", user, from);
                        })));
    }

    Uni<OpenedSession> refresh(RefreshCookie cookie) {
        return Panache.withTransaction(() -> refreshTokens
                        .rotate(cookie.token(), cookie.isLegacy())
                        .flatMap(rotated -> rotated.userId() == null
                                ? Uni.createFrom().nullItem()
                                : User.<User>findById(rotated.userId()).map(user -> opener.renewed(user, rotated))))
                .flatMap(session -> {
                    if (session == null) {
                        credentials.clearCache();
                        return sessionOver();
                    }
                    return Uni.createFrom().item(session);
                });
    }

    /** @param session the sign-in of a program, which has no cookie; null if unknown */
    Uni<Void> logout(String token, UUID session) {
        return Panache.withTransaction(() -> (token == null ? Uni.createFrom().voidItem() : refreshTokens.close(token))
                        .flatMap(done -> session == null ? Uni.createFrom().voidItem() : refreshTokens.end(session)))
                .invoke(credentials::clearCache);
    }

    private static <T> Uni<T> badCredentials() {
        return Uni.createFrom()
                .failure(new ProblemException(
                        AuthProblem.BAD_CREDENTIALS, "Check user name and password, then try again"));
    }

    private static <T> Uni<T> sessionOver() {
        return Uni.createFrom()
                .failure(new ProblemException(AuthProblem.SESSION_OVER, "The session could not be renewed"));
    }
}
