package ai.nominate.tenantmgr.auth;

import ai.nominate.tenantmgr.auth.password.Passwords;
import ai.nominate.tenantmgr.auth.password.SignInBackoff;
import ai.nominate.tenantmgr.kernel.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Checks a password, subject to the sign-in back-off. For an unknown or disabled account it performs the same steps in
 * the same time.
 */
@ApplicationScoped
class PasswordCheck {
    private final Passwords passwords;
    private final SignInBackoff backoff;

    PasswordCheck(Passwords passwords, SignInBackoff backoff) {
        this.passwords = passwords;
        this.backoff = backoff;
    }

    /**
     * @param user null if there is no user with this name
     * @throws ProblemException if there were too many failures, or too many checks are in progress
     */
    Uni<Boolean> matches(String username, User user, String password, String address) {
        SignInBackoff.Attempt attempt = SignInBackoff.Attempt.of(address, username);
        return backoff.begin(attempt)
                .flatMap(counted -> passwords
                        .matches(password, user == null ? null : user.passwordHash)
                        .onFailure(ProblemException.class)
                        .call(() -> backoff.cancelled(attempt)))
                .map(matches -> matches && !user.disabled)
                .call(right ->
                        right ? backoff.succeeded(attempt) : Uni.createFrom().voidItem());
    }
}
