package ai.nominate.tenantmgr.auth.credential;

import ai.nominate.tenantmgr.event.EventConsumer;
import ai.nominate.tenantmgr.event.EventTopic;
import ai.nominate.tenantmgr.event.StoredEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sign-ins with which streams are open. Ends the streams when an event says that a sign-in is over, in whichever manager
 * that happened; expired credentials are found by a periodic check. Each credential is checked once, not once per stream.
 */
@ApplicationScoped
public class OpenSignIns implements EventConsumer {
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int TRIES = 5;

    private final CredentialCheck check;
    private final ConcurrentHashMap<Credential, Open> open = new ConcurrentHashMap<>();

    OpenSignIns(CredentialCheck check) {
        this.check = check;
    }

    private record Open(UUID user, Set<UniEmitter<? super Void>> streams) {}

    /** Comes when the credential is over. A database that is away ends nothing. */
    public Uni<Void> over(Credential credential, UUID user) {
        return Uni.createFrom().<Void>emitter(emitter -> {
            open.compute(credential, (same, known) -> {
                Open entry = known == null ? new Open(user, ConcurrentHashMap.newKeySet()) : known;
                entry.streams.add(emitter);
                return entry;
            });
            emitter.onTermination(() -> open.computeIfPresent(credential, (same, known) -> {
                known.streams.remove(emitter);
                return known.streams.isEmpty() ? null : known;
            }));
            look(credential).subscribe().with(done -> {}, failure -> {}); // it may have ended since it was looked at
        });
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

    /** A token that expires and a session that was left to expire have no event. */
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

    /** What could not be asked is asked with all the others later. */
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
            ended.streams.forEach(stream -> stream.complete(null));
        }
    }
}
