package ai.nominate.tenantmgr.run.engine;

import java.util.List;
import java.util.UUID;

/** Storage of a run's log, used by its only writer. Blocks. */
public interface RunLogStore {
    /** What an earlier claim of the run has written. */
    RunLogSize size(UUID run);

    /**
     * Appends lines. An existing line is left unchanged, so that a batch can be repeated.
     *
     * @return whether the epoch is still current; otherwise nothing was written
     */
    boolean append(UUID run, long epoch, List<LogLine> lines);
}
