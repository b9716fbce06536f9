package ai.nominate.tenantmgr.run.engine;

/** A step that is given its names: the steps of one kind of run say only what they do. */
public abstract class NamedStep<C extends RunContext> implements Step<C> {
    private final String id;
    private final String title;
    private final int usualMs;

    /** As in {@link Step#id}, {@link Step#title} and {@link Step#usualMs}. */
    protected NamedStep(String id, String title, int usualMs) {
        this.id = id;
        this.title = title;
        this.usualMs = usualMs;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final String title() {
        return title;
    }

    @Override
    public final int usualMs() {
        return usualMs;
    }
}
