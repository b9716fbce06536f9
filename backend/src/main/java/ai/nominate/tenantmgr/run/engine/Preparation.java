package ai.nominate.tenantmgr.run.engine;

import ai.nominate.tenantmgr.host.command.RunInterrupted;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.PermitLost;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.function.BiFunction;
import org.jboss.logging.Logger;

/**
 * Prepares later steps while one step runs, on a thread of its own. How far it came is stored nowhere: a run that resumes begins it
 * again, and an undo takes every step for begun that may have been prepared. Its failures are left to the steps, which meet them
 * again when it is their turn.
 */
final class Preparation {
    private static final Logger LOG = Logger.getLogger(Preparation.class);
    static final Preparation NONE = new Preparation(Permit.ALWAYS);

    private final Map<String, CompletableFuture<Optional<StepResult>>> results = new LinkedHashMap<>();
    private final StepPermit permit;
    private Thread thread;

    private Preparation(Permit lease) {
        permit = new StepPermit(lease);
    }

    /**
     * Begins to prepare the steps, one after the other.
     *
     * @param contexts makes the context of a step that acts by this permit; called on the new thread
     */
    static <C extends RunContext> Preparation of(
            Iterable<Step<? super C>> steps,
            Permit lease,
            BiFunction<Step<? super C>, Permit, C> contexts,
            ThreadFactory threads) {
        Preparation preparation = new Preparation(lease);
        steps.forEach(step -> preparation.results.put(step.id(), new CompletableFuture<>()));
        if (preparation.results.isEmpty()) {
            return NONE;
        }
        preparation.thread = threads.newThread(() -> preparation.prepare(steps, contexts));
        preparation.thread.start();
        return preparation;
    }

    private <C extends RunContext> void prepare(
            Iterable<Step<? super C>> steps, BiFunction<Step<? super C>, Permit, C> contexts) {
        try {
            for (Step<? super C> step : steps) {
                results.get(step.id()).complete(prepared(step, contexts.apply(step, permit)));
            }
        } catch (PermitLost | RunInterrupted e) {
            LOG.debugf("A preparation was ended: %s", e.getMessage());
        } catch (RuntimeException | Error e) {
            LOG.warnf(e, "A preparation failed");
        } finally {
            results.values().forEach(result -> result.complete(Optional.empty()));
        }
    }

    private static <C extends RunContext> Optional<StepResult> prepared(Step<? super C> step, C context) {
        return step.prepare(context).filter(result -> !(result instanceof StepResult.Failed));
    }

    /**
     * Waits until the step was prepared.
     *
     * @return its result if nothing is left to do; empty also for a step that is not prepared
     * @throws RunInterrupted if the thread was interrupted
     */
    Optional<StepResult> result(String step) {
        if (!results.containsKey(step)) {
            return Optional.empty();
        }
        try {
            return results.get(step).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunInterrupted("interrupted while the step " + step + " is prepared");
        }
    }

    /**
     * Ends it, and waits until it has ended. One that does not end cannot act any more.
     *
     * @param patience how long to wait for it
     */
    void stop(Duration patience) {
        if (thread == null) {
            return;
        }
        permit.withdraw();
        thread.interrupt();
        boolean isInterrupted = Thread.interrupted();
        try {
            thread.join(patience);
        } catch (InterruptedException e) {
            isInterrupted = true;
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
