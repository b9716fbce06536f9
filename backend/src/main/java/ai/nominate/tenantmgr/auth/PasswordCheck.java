package ai.nominate.tenantmgr.auth;

import ai.nominate.tenantmgr.auth.password.Passwords;
import ai.nominate.tenantmgr.auth.password.SignInBackoff;
import ai.nominate.tenantmgr.kernel.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Whether a password is right, at the price that guessing has. For an account that is unknown or disabled it takes the same
 * steps and the same time.
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
     * @param user null when there is none of this name
     * @throws ProblemException when there were too many wrong ones, or too many are being looked at
     */
    Uni<Boolean> right(String username, User user, String password, String address) {
        SignInBackoff.Attempt attempt = SignInBackoff.Attempt.of(address, username);
        return backoff.begin(attempt)
                .flatMap(counted -> passwords
                        .matches(password, user == null ? null : user.passwordHash)
                        .onFailure(ProblemException.class)
                        .call(() -> backoff.untried(attempt)))
                .map(matches -> matches && !user.disabled)
                .call(right ->
                        right ? backoff.succeeded(attempt) : Uni.createFrom().voidItem());
    }
}
