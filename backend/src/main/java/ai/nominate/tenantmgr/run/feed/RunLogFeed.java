package ai.nominate.tenantmgr.run.feed;

import ai.nominate.tenantmgr.event.feed.Chunk;
import ai.nominate.tenantmgr.event.feed.Feed;
import ai.nominate.tenantmgr.run.engine.LogLine;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** The lines of one run's log. */
final class RunLogFeed implements Feed<LogLine> {
    /** The fields beside the text, and the object headers. */
    private static final int OVERHEAD_BYTES = 200;

    private final RunLogTable log;
    private final UUID run;

    RunLogFeed(RunLogTable log, UUID run) {
        this.log = log;
        this.run = run;
    }

    @Override
    public Uni<Chunk<LogLine>> after(long seq, int limit, int bytes) {
        return log.after(run, seq, limit, bytes);
    }

    @Override
    public long seq(LogLine line) {
        return line.seq();
    }

    @Override
    public int bytes(LogLine line) {
        return OVERHEAD_BYTES + 2 * line.text().length();
    }
}
