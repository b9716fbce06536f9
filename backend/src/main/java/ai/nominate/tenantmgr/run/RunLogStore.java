package ai.nominate.tenantmgr.run;

import java.util.List;
import java.util.UUID;

/** Where the one writer of a run's log appends. Blocks. */
interface RunLogStore {
    /** The number of the last line; 0 when there is none. */
    long lastSeq(UUID run);

    /**
     * Appends lines. A line whose number exists already is left as it is, so that a batch may be repeated.
     *
     * @return whether the epoch is still the run's; nothing was written when it is not
     */
    boolean append(UUID run, long epoch, List<LogLine> lines);
}
