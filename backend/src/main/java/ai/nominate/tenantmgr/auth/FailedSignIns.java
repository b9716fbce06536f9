package ai.nominate.tenantmgr.auth;

import ai.nominate.tenantmgr.audit.Audit;
import ai.nominate.tenantmgr.audit.Change;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.Role;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Records refused sign-ins with account and address. People type their password into the wrong field, so a name is
 * recorded only if an account has it, or if it cannot well be a password.
 */
@ApplicationScoped
class FailedSignIns {
    private static final Pattern LIKELY_NAME =
            Pattern.compile("[a-z][a-z._-]{0,19}|[A-Za-z0-9._-]{1,40}@[A-Za-z0-9.-]{1,60}");
    private static final String MASK = "(not an account)";

    private final Audit audit;

    FailedSignIns(Audit audit) {
        this.audit = audit;
    }

    /** @param user null if no account has the name */
    Uni<Void> record(String typed, User user, SignInOrigin from) {
        Actor anonymous = new Actor("anonymous", Role.VIEWER, Optional.of(Set.of()), from.address(), from.requestId());
        Change change = Change.created("auth.sign-in-failed", subject(typed, user), null, Map.of());
        return Panache.withTransaction(() -> audit.record(anonymous, change));
    }

    static String subject(String typed, User user) {
        if (user != null) {
            return user.username;
        }
        return LIKELY_NAME.matcher(typed).matches() ? typed : MASK;
    }
}
