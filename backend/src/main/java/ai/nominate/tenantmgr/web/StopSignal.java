package ai.nominate.tenantmgr.web;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Tells live streams that the manager stops, before the server closes their connections. */
@ApplicationScoped
class StopSignal {
    private final Set<UniEmitter<? super StreamEnd>> streams = ConcurrentHashMap.newKeySet();
    private volatile boolean hasBegun;

    void onStop(@Observes ShutdownDelayInitiatedEvent stop) {
        hasBegun = true;
        streams.forEach(stream -> stream.complete(StreamEnd.SHUTDOWN));
    }

    /** Comes when the manager begins to stop. */
    Uni<StreamEnd> begun() {
        return Uni.createFrom().emitter(stream -> {
            streams.add(stream);
            stream.onTermination(() -> streams.remove(stream));
            if (hasBegun) {
                stream.complete(StreamEnd.SHUTDOWN);
            }
        });
    }
}
