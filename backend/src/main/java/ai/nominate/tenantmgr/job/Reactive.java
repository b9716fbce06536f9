package ai.nominate.tenantmgr.job;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/** The bridge from a virtual thread to the reactive database. Never called on an event loop, where it would wait for itself. */
public final class Reactive {
    private Reactive() {}

    /** Runs the work in one transaction and waits for it. Failures come out as they were thrown. */
    public static <T> T transaction(Supplier<Uni<T>> work) {
        return await(() -> Panache.withTransaction(work));
    }

    /** Waits for reactive work that brings its own session, or needs none. */
    public static <T> T await(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
