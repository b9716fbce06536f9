package ai.nominate.tenantmgr.web;

import ai.nominate.tenantmgr.kernel.Actor;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;

/**
 * Who asks, for a resource or a socket that hands it on. Whoever finds out who asks puts the {@link Actor} on the identity
 * under {@link #ACTOR}; nobody else may.
 */
@RequestScoped
public class Caller {
    public static final String ACTOR = "tenantmgr.actor";

    private final SecurityIdentity identity;
    private UUID attempt;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** @throws UnauthorizedException when nobody has signed in */
    public Actor actor() {
        Actor actor = identity.getAttribute(ACTOR);
        if (actor == null) {
            throw new UnauthorizedException();
        }
        return attempt == null ? actor : actor.inAttempt(attempt);
    }

    void isIn(UUID one) {
        attempt = one;
    }
}
