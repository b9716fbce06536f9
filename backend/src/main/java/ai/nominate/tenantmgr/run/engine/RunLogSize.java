package ai.nominate.tenantmgr.run.engine;

/**
 * The size of a run's log.
 *
 * @param lines also the number of the last line
 * @param bytes of the texts in UTF-8
 */
public record RunLogSize(long lines, long bytes) {
    public static final RunLogSize EMPTY = new RunLogSize(0, 0);
}
