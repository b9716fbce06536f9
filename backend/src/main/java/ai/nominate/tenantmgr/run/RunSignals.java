package ai.nominate.tenantmgr.run;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Wakes the followers of a run. Only a wake-up: the change itself is read from the tables, so a lost signal, or one
 * sent in another instance, costs at most the polling interval.
 */
@ApplicationScoped
class RunSignals {
    private final ConcurrentHashMap<UUID, Set<UniEmitter<? super Boolean>>> waiting = new ConcurrentHashMap<>();

    void changed(UUID run) {
        Set<UniEmitter<? super Boolean>> emitters = waiting.remove(run);
        if (emitters != null) {
            emitters.forEach(emitter -> emitter.complete(true));
        }
    }

    /** Completes on the next change, at the latest after {@code atMost}. */
    Uni<Boolean> next(UUID run, Duration atMost) {
        return Uni.createFrom()
                .<Boolean>emitter(emitter -> {
                    waiting.compute(run, (id, emitters) -> {
                        Set<UniEmitter<? super Boolean>> all =
                                emitters == null ? ConcurrentHashMap.newKeySet() : emitters;
                        all.add(emitter);
                        return all;
                    });
                    emitter.onTermination(() -> waiting.computeIfPresent(run, (id, emitters) -> {
                        emitters.remove(emitter);
                        return emitters.isEmpty() ? null : emitters;
                    }));
                })
                .ifNoItem()
                .after(atMost)
                .recoverWithItem(false);
    }
}
