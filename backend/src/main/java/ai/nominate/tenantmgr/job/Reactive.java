package ai.nominate.tenantmgr.job;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jboss.logging.MDC;

/** Bridge from a virtual thread to the reactive database. Must not be called on an event loop, which would deadlock. */
public final class Reactive {
    private Reactive() {}

    /** Runs the work in one transaction and blocks until it ends. Rethrows failures unchanged. */
    public static <T> T transaction(Supplier<Uni<T>> work) {
        return await(() -> Panache.withTransaction(work));
    }

    /**
     * Blocks until reactive work that opens its own session, or needs none, has ended. An interrupt is deferred and
     * restored afterwards: running work cannot be aborted and would overlap with the caller's next step.
     */
    public static <T> T await(Supplier<Uni<T>> work) {
        Map<String, Object> said = MDC.getMap();
        FutureTask<T> task = new FutureTask<>(() -> subscribe(() -> {
            said.forEach(MDC::put); // copies the request id
            return work.get();
        }));
        Thread.ofVirtual().start(task);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw unwrapped(e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static <T> T subscribe(Supplier<Uni<T>> work) throws Exception {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static RuntimeException unwrapped(Throwable e) {
        if (e instanceof Error error) {
            throw error;
        }
        return e instanceof RuntimeException failure ? failure : new IllegalStateException(e);
    }
}
