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
 * The authenticated caller of a resource or socket. Only the authentication mechanism sets {@link #ACTOR} and
 * {@link #ACCOUNT} on the identity, and under {@link #SIGNED_OUT} a {@code Uni<StreamEnd>} that comes when the sign-in ends or its token expires.
 */
@RequestScoped
public class Caller {
    public static final String ACTOR = "tenantmgr.actor";
    /** The id of the account, which no later account of the same name has. */
    public static final String ACCOUNT = "tenantmgr.account";

    public static final String SIGNED_OUT = "tenantmgr.over";

    private final SecurityIdentity identity;
    private final StopSignal stop;
    private UUID attempt;

    Caller(SecurityIdentity identity, StopSignal stop) {
        this.identity = identity;
        this.stop = stop;
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
     * Limits a stream to the lifetime of the caller's session and token and of the manager, which may be shorter than
     * the connection. It then fails with {@link StreamEnded}. Call it while the request is active.
     */
    public <T> Multi<T> untilEnd(Multi<T> stream) {
        Uni<StreamEnd> signedOut = attribute(SIGNED_OUT);
        Uni<T> end = Uni.combine()
                .any()
                .of(signedOut, stop.begun())
                .onItem()
                .transformToUni(why -> Uni.createFrom().failure(new StreamEnded(why)));
        return new MultiSelectFirstUntilOtherOp<>(stream, end.toMulti());
    }

    private <T> T attribute(String name) {
        T value = identity.getAttribute(name);
        if (value == null) {
            throw new UnauthorizedException();
        }
        return value;
    }
}
