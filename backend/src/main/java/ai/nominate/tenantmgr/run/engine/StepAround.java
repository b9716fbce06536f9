package ai.nominate.tenantmgr.run.engine;

/** A step that is another one but for its work: it has its id, its title and its usual time. */
public interface StepAround<C extends RunContext> extends Step<C> {
    /** The other step. */
    Step<C> step();

    @Override
    default String id() {
        return step().id();
    }

    @Override
    default String title() {
        return step().title();
    }

    @Override
    default int usualMs() {
        return step().usualMs();
    }
}
