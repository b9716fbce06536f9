package ai.nominate.tenantmgr.auth;

import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Signs people in, keeps them signed in, and lets them go. */
@ApplicationScoped
class Sessions {
    private final Passwords passwords;
    private final AccessTokens accessTokens;
    private final RefreshTokens refreshTokens;

    Sessions(Passwords passwords, AccessTokens accessTokens, RefreshTokens refreshTokens) {
        this.passwords = passwords;
        this.accessTokens = accessTokens;
        this.refreshTokens = refreshTokens;
    }

    Uni<OpenSession> login(Login login) {
        Fields fields = new Fields();
        fields.required("username", login.username(), name -> within(name, 200));
        fields.required("password", login.password(), password -> within(password, 1000));
        fields.refuse();
        return Panache.withSession(() -> User.named(login.username()))
                .flatMap(user -> passwords
                        .matches(login.password(), user == null ? null : user.passwordHash)
                        .flatMap(matches -> matches ? open(user) : refused()));
    }

    Uni<OpenSession> refresh(String token) {
        if (token == null) {
            return over();
        }
        return Panache.withTransaction(() -> refreshTokens
                        .rotate(token)
                        .flatMap(rotated -> rotated.userId() == null
                                ? Uni.createFrom().nullItem()
                                : User.<User>findById(rotated.userId()).map(user -> session(user, rotated))))
                .flatMap(session -> session == null ? over() : Uni.createFrom().item(session));
    }

    Uni<Void> logout(String token) {
        return token == null ? Uni.createFrom().voidItem() : Panache.withTransaction(() -> refreshTokens.close(token));
    }

    @WithSession
    Uni<UserView> user(UUID id) {
        return User.<User>findById(id)
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(AuthProblem.SESSION_OVER, "The account is gone"))
                .map(UserView::of);
    }

    private Uni<OpenSession> open(User user) {
        return Panache.withTransaction(() -> refreshTokens.open(user)).map(token -> open(user, token));
    }

    private OpenSession session(User user, RefreshTokens.Rotated rotated) {
        return user == null || user.sessionEpoch != rotated.sessionEpoch() ? null : open(user, rotated.token());
    }

    private OpenSession open(User user, String refreshToken) {
        return new OpenSession(
                new SessionView(accessTokens.issue(user), AccessTokens.LIFETIME.toSeconds(), UserView.of(user)),
                refreshToken);
    }

    private static String within(String text, int most) {
        if (text.length() > most) {
            throw new InvalidValue("must be at most " + most + " characters");
        }
        return text;
    }

    private static <T> Uni<T> refused() {
        return Uni.createFrom().failure(new ProblemException(AuthProblem.BAD_CREDENTIALS, "Check both and try again"));
    }

    private static <T> Uni<T> over() {
        return Uni.createFrom()
                .failure(new ProblemException(AuthProblem.SESSION_OVER, "The session cannot be renewed"));
    }

    /** @param refreshToken null when another tab of the same browser holds the next one already */
    record OpenSession(SessionView view, String refreshToken) {}
}
