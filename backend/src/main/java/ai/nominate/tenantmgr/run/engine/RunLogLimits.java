package ai.nominate.tenantmgr.run.engine;

/** What is kept of the output of a run's programs. The manager's own lines are always kept. */
public record RunLogLimits(int lines, long bytes) {
    boolean permit(RunLogSize size) {
        return size.lines() < lines && size.bytes() < bytes;
    }

    @Override
    public String toString() {
        return lines + " lines and " + (bytes >> 20)
                + " MiB per run (settings deployment.logLines and deployment.logSizeMiB)";
    }
}
