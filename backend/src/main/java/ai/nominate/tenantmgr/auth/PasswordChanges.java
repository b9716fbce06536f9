package ai.nominate.tenantmgr.auth;

import ai.nominate.tenantmgr.auth.credential.AuthProblem;
import ai.nominate.tenantmgr.auth.credential.CredentialCheck;
import ai.nominate.tenantmgr.auth.credential.CredentialOwner;
import ai.nominate.tenantmgr.auth.password.Passwords;
import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.RequestProblem;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

/** Changes the caller's own password. Ends all sessions and API tokens of the account and opens one new session. */
@ApplicationScoped
class PasswordChanges {
    private final PasswordCheck check;
    private final Passwords passwords;
    private final SessionOpener opener;
    private final CredentialCheck credentials;
    private final AccountEvents events;

    PasswordChanges(
            PasswordCheck check,
            Passwords passwords,
            SessionOpener opener,
            CredentialCheck credentials,
            AccountEvents events) {
        this.check = check;
        this.passwords = passwords;
        this.opener = opener;
        this.credentials = credentials;
        this.events = events;
    }

    Uni<OpenedSession> change(PasswordChange change, CredentialOwner standing, SignInOrigin from) {
        Fields fields = new Fields();
        fields.required("currentPassword", change.currentPassword(), Passwords::requireReadable);
        fields.required("newPassword", change.newPassword(), Passwords::requireStrong);
        fields.throwIfInvalid();
        return Panache.withSession(() -> User.<User>findById(standing.user()))
                .flatMap(user -> check.matches(standing.name(), user, change.currentPassword(), from.address()))
                .flatMap(right -> right ? passwords.hash(change.newPassword()) : wrongPassword())
                .flatMap(hash -> Panache.withTransaction(() -> replace(hash, standing, from)))
                .invoke(credentials::clearCache);
    }

    private Uni<OpenedSession> replace(String hash, CredentialOwner standing, SignInOrigin from) {
        return User.<User>findById(standing.user(), LockModeType.PESSIMISTIC_WRITE)
                .flatMap(user -> {
                    if (user == null || user.sessionEpoch != standing.epoch()) {
                        throw new ProblemException(
                                AuthProblem.SESSION_OVER, "The account was changed by another request");
                    }
                    user.passwordHash = hash;
                    return user.endSignIns()
                            .flatMap(ended -> opener.open("auth.password", user, from))
                            .call(opened -> events.changed(user));
                });
    }

    private static <T> Uni<T> wrongPassword() {
        return Uni.createFrom()
                .failure(new ProblemException(RequestProblem.INVALID, "One field is invalid")
                        .withError("currentPassword", "is not the password of this account"));
    }
}
