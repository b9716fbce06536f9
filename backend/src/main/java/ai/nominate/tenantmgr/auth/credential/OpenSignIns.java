package ai.nominate.tenantmgr.auth.credential;

import ai.nominate.tenantmgr.event.EventConsumer;
import ai.nominate.tenantmgr.event.EventTopic;
import ai.nominate.tenantmgr.event.StoredEvent;
import ai.nominate.tenantmgr.web.StreamEnd;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * The credentials with which streams are open. A stream ends at the expiry of its credential, and within seconds after
 * an event says that the sign-in has ended, in this manager or another. Each credential is checked once, not once per
 * stream.
 */
@ApplicationScoped
public class OpenSignIns implements EventConsumer {
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int TRIES = 5;

    private final CredentialCheck check;
    private final Clock clock;
    private final ConcurrentHashMap<Credential, Open> open = new ConcurrentHashMap<>();

    OpenSignIns(CredentialCheck check, Clock clock) {
        this.check = check;
        this.clock = clock;
    }

    private record Open(UUID user, Set<UniEmitter<? super StreamEnd>> streams) {}

    /** Comes when the credential ends or expires. An unreachable database ends no stream. */
    public Uni<StreamEnd> end(Credential credential, CredentialOwner owner) {
        return Uni.createFrom().<StreamEnd>emitter(emitter -> {
            open.compute(credential, (same, known) -> {
                Open entry = known == null ? new Open(owner.user(), ConcurrentHashMap.newKeySet()) : known;
                entry.streams.add(emitter);
                return entry;
            });
            Future<?> expiry = atExpiry(owner.expiresAt(), emitter);
            emitter.onTermination(() -> {
                expiry.cancel(false);
                open.computeIfPresent(credential, (same, known) -> {
                    known.streams.remove(emitter);
                    return known.streams.isEmpty() ? null : known;
                });
            });
            look(credential).subscribe().with(done -> {}, failure -> {}); // it may have ended since the last check
        });
    }

    private Future<?> atExpiry(Instant expiresAt, UniEmitter<? super StreamEnd> stream) {
        if (expiresAt == null) {
            return CompletableFuture.completedFuture(null);
        }
        long wait = Math.max(1, Duration.between(clock.instant(), expiresAt).toMillis());
        return Infrastructure.getDefaultWorkerPool()
                .schedule(() -> stream.complete(StreamEnd.TOKEN_EXPIRED), wait, TimeUnit.MILLISECONDS);
    }

    @Override
    public EventTopic topic() {
        return AccountTopic.TOPIC;
    }

    @Override
    public Optional<String> position() {
        return Optional.empty();
    }

    @Override
    public void handle(StoredEvent event) {
        check.clearCache();
        List<Credential> concerned = new ArrayList<>();
        open.forEach((credential, entry) -> {
            if (event.payload().contains(entry.user.toString())
                    || credential instanceof Credential.Session session
                            && event.payload().contains(session.id().toString())) {
                concerned.add(credential);
            }
        });
        lookAt(concerned);
    }

    @Override
    public void missed() {
        check.clearCache();
        lookAt(List.copyOf(open.keySet()));
    }

    /** A refresh token that expires has no event. */
    @Scheduled(every = "30s", delayed = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void lookForExpired() {
        lookAt(List.copyOf(open.keySet()));
    }

    private void lookAt(List<Credential> credentials) {
        Multi.createFrom()
                .iterable(credentials)
                .onItem()
                .transformToUniAndConcatenate(this::look)
                .subscribe()
                .with(done -> {}, failure -> {});
    }

    /** A credential that could not be checked is checked with all others later. */
    private Uni<Void> look(Credential credential) {
        return check.ownerOf(credential)
                .onFailure()
                .retry()
                .withBackOff(PAUSE)
                .atMost(TRIES)
                .invoke(found -> {
                    if (found.isEmpty()) {
                        end(credential);
                    }
                })
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private void end(Credential credential) {
        Open ended = open.remove(credential);
        if (ended != null) {
            ended.streams.forEach(stream -> stream.complete(StreamEnd.SIGNED_OUT));
        }
    }
}
