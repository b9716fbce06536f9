package ai.nominate.tenantmgr.auth.credential;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.event.StoredEvent;
import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.web.StreamEnd;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A stream learns when its credential expires or its sign-in ends. */
class OpenSignInsTest {
    private static final UUID USER = UUID.randomUUID();
    private static final UUID SESSION = UUID.randomUUID();

    private volatile boolean isValid = true;
    private final OpenSignIns signIns = new OpenSignIns(
            new CredentialCheck(null, Clock.systemUTC()) {
                @Override
                public Uni<Optional<CredentialOwner>> ownerOf(Credential credential) {
                    return Uni.createFrom().item(isValid ? Optional.of(owner(null)) : Optional.empty());
                }
            },
            Clock.systemUTC());

    @Test
    void a_stream_ends_at_the_expiry_of_its_token() throws Exception {
        assertThat(end(Instant.now().plusMillis(300)).get(10, TimeUnit.SECONDS)).isEqualTo(StreamEnd.TOKEN_EXPIRED);
    }

    @Test
    void a_token_that_has_expired_meanwhile_ends_its_stream_at_once() throws Exception {
        assertThat(end(Instant.now().minusSeconds(5)).get(10, TimeUnit.SECONDS)).isEqualTo(StreamEnd.TOKEN_EXPIRED);
    }

    @Test
    void a_stream_ends_with_its_session() throws Exception {
        CompletableFuture<StreamEnd> end = end(Instant.now().plusSeconds(900));
        assertThat(end).isNotDone();

        isValid = false;
        signIns.handle(new StoredEvent(
                1, Instant.now(), "users", "session.ended", null, "{\"sessionId\":\"" + SESSION + "\"}"));

        assertThat(end.get(10, TimeUnit.SECONDS)).isEqualTo(StreamEnd.SIGNED_OUT);
    }

    @Test
    void a_token_without_expiry_ends_no_stream_by_itself() {
        assertThat(end(null)).isNotDone();
    }

    private CompletableFuture<StreamEnd> end(Instant expiresAt) {
        Credential credential = new Credential.Session(USER, SESSION, 1, expiresAt == null ? Instant.MAX : expiresAt);
        return signIns.end(credential, owner(expiresAt)).subscribeAsCompletionStage();
    }

    private static CredentialOwner owner(Instant expiresAt) {
        return new CredentialOwner(USER, "ada", Role.VIEWER, Optional.empty(), SESSION, 1, expiresAt);
    }
}
