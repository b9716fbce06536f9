package ai.nominate.tenantmgr.run.engine;

import ai.nominate.tenantmgr.host.command.RunInterrupted;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * A kind of run with five steps, each of which has one effect on a machine. It may prepare two of them during the first: all of the
 * second, and the effect of the third. Counts every interaction with the machine, so that a
 * test can stop the manager at each of them.
 */
final class FiveSteps implements RunKind<RunContext> {
    static final String POINT_OF_NO_RETURN = "step-4";
    /** The effects that are in place, with the epoch of the claim that made each. */
    final Map<String, Long> effects = new ConcurrentSkipListMap<>();
    /** Every effect and every undo, with its epoch, in order. */
    final List<String> history = new CopyOnWriteArrayList<>();

    private static final String FIRST = "step-1";

    private final Pipeline<RunContext> pipeline = new Pipeline<>();
    private int failing;
    private final Runnable interaction;
    private final Map<Integer, Consumer<RunContext>> inSteps = new HashMap<>();
    private final Map<Integer, Consumer<RunContext>> inUndos = new HashMap<>();
    private final Map<Integer, Consumer<RunContext>> inPreparations = new HashMap<>();

    /**
     * @param failing the number of the step that fails, 1 to 5; 0 for none
     * @param prepares whether steps are prepared
     */
    FiveSteps(int failing, boolean prepares, Runnable interaction) {
        this.failing = failing;
        this.interaction = interaction;
        for (int number = 1; number <= 5; number++) {
            FakeStep step = new FakeStep(number);
            if (step.id().equals(POINT_OF_NO_RETURN)) {
                pipeline.pointOfNoReturn(step);
            } else {
                pipeline.then(step);
            }
        }
        if (prepares) {
            List<Step<? super RunContext>> steps = pipeline.steps();
            pipeline.preparing(FIRST, List.of(steps.get(1), steps.get(2)));
        }
    }

    /** From now on no step fails. */
    void heal() {
        failing = 0;
    }

    /** Does this too in a step, after its effect. */
    void inStep(int number, Consumer<RunContext> work) {
        inSteps.put(number, work);
    }

    /** Does this too in the undo of a step, before its effect. */
    void inUndo(int number, Consumer<RunContext> work) {
        inUndos.put(number, work);
    }

    /** Does this too while a step is prepared, after its effect. */
    void inPreparation(int number, Consumer<RunContext> work) {
        inPreparations.put(number, work);
    }

    @Override
    public String id() {
        return "five-steps";
    }

    @Override
    public boolean isExclusive() {
        return true;
    }

    @Override
    public Pipeline<RunContext> pipeline() {
        return pipeline;
    }

    @Override
    public RunContext context(RunContext run) {
        return run;
    }

    @Override
    public String successMessage() {
        return "Done";
    }

    @Override
    public Uni<?> end(RunContext context, RunOutcome outcome) {
        return Uni.createFrom().voidItem();
    }

    private final class FakeStep implements Step<RunContext> {
        private final int number;

        FakeStep(int number) {
            this.number = number;
        }

        @Override
        public String id() {
            return "step-" + number;
        }

        @Override
        public String title() {
            return "Step " + number;
        }

        @Override
        public int usualMs() {
            return 20;
        }

        @Override
        public Optional<StepResult> prepare(RunContext context) {
            act(context);
            inPreparations.getOrDefault(number, nothing -> {}).accept(context);
            return number == 2 ? Optional.of(result()) : Optional.empty();
        }

        @Override
        public StepResult run(RunContext context) {
            act(context);
            inSteps.getOrDefault(number, nothing -> {}).accept(context);
            return result();
        }

        private void act(RunContext context) {
            touch(context);
            if (effects.putIfAbsent(id(), context.scope().epoch()) == null) {
                history.add("did " + id() + " in " + context.scope().epoch());
            }
            touch(context);
        }

        private StepResult result() {
            return number == failing
                    ? new StepResult.Failed(RunProblem.INTERNAL, "step " + number + " fails")
                    : new StepResult.Done("step " + number + " is done");
        }

        @Override
        public Optional<String> undo(RunContext context) {
            touch(context);
            inUndos.getOrDefault(number, nothing -> {}).accept(context);
            boolean undone = effects.remove(id()) != null;
            if (undone) {
                history.add("undid " + id() + " in " + context.scope().epoch());
            }
            touch(context);
            return undone ? Optional.of("step " + number + " was undone") : Optional.empty();
        }

        /** As a step does before each effect: obeys an interrupt and asks its permit. */
        private void touch(RunContext context) {
            interaction.run();
            if (Thread.interrupted()) {
                throw new RunInterrupted("interrupted in a step");
            }
            context.permit().check();
        }
    }
}
