package ai.nominate.tenantmgr.web;

import ai.nominate.tenantmgr.kernel.Actor;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.operators.multi.MultiSelectFirstUntilOtherOp;
import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;

/**
 * Who asks, for a resource or a socket that hands it on. Whoever finds out who asks puts the {@link Actor} on the identity
 * under {@link #ACTOR}, and under {@link #OVER} a {@code Uni<Void>} that comes when the sign-in is over; nobody else may.
 */
@RequestScoped
public class Caller {
    public static final String ACTOR = "tenantmgr.actor";
    public static final String OVER = "tenantmgr.over";

    private final SecurityIdentity identity;
    private UUID attempt;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** @throws UnauthorizedException when nobody has signed in */
    public Actor actor() {
        Actor actor = attribute(ACTOR);
        return attempt == null ? actor : actor.inAttempt(attempt);
    }

    public void isIn(UUID one) {
        attempt = one;
    }

    /**
     * The stream for as long as the caller's session or token lasts, which may be shorter than a connection. It fails with
     * {@link UnauthorizedException} then. Call it while the request is there.
     */
    public <T> Multi<T> whileSignedIn(Multi<T> stream) {
        Uni<Void> over = attribute(OVER);
        return new MultiSelectFirstUntilOtherOp<>(
                stream,
                over.onItem().failWith(() -> new UnauthorizedException()).toMulti());
    }

    private <T> T attribute(String name) {
        T value = identity.getAttribute(name);
        if (value == null) {
            throw new UnauthorizedException();
        }
        return value;
    }
}
