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
 * The authenticated caller of a resource or socket. Only the authentication mechanism sets {@link #ACTOR} on the
 * identity, and under {@link #SIGNED_OUT} a {@code Uni<Void>} that completes when the sign-in ends.
 */
@RequestScoped
public class Caller {
    public static final String ACTOR = "tenantmgr.actor";
    public static final String SIGNED_OUT = "tenantmgr.over";

    private final SecurityIdentity identity;
    private UUID attempt;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** @throws UnauthorizedException if the request is not authenticated */
    public Actor actor() {
        Actor actor = attribute(ACTOR);
        return attempt == null ? actor : actor.withAttempt(attempt);
    }

    public void setAttempt(UUID one) {
        attempt = one;
    }

    /**
     * Limits a stream to the lifetime of the caller's session or token, which may be shorter than the connection. It
     * then fails with {@link UnauthorizedException}. Call it while the request is active.
     */
    public <T> Multi<T> untilSignOut(Multi<T> stream) {
        Uni<Void> over = attribute(SIGNED_OUT);
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
