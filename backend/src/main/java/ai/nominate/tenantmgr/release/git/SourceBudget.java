package ai.nominate.tenantmgr.release.git;

import ai.nominate.tenantmgr.kernel.ProblemException;
import java.time.Duration;

/** What is left of the limits of one source while it is fetched and written out. For one thread. */
final class SourceBudget {
    private static final int MOST_SUBMODULES = 50;
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private final SourceLimits limits;
    private final Duration time;
    private final long end;
    private long transferred;
    private long unpacked;
    private long files;
    private int submodules;

    SourceBudget(SourceLimits limits, Duration time) {
        this.limits = limits;
        this.time = time;
        this.end = System.nanoTime() + time.toNanos();
    }

    /** The time that is left, at least a second. */
    Duration timeLeft() {
        Duration left = Duration.ofNanos(end - System.nanoTime());
        return left.compareTo(SHORTEST) < 0 ? SHORTEST : left;
    }

    Duration time() {
        return time;
    }

    long transferLeft() {
        return limits.transferBytes() - transferred;
    }

    /** @throws ProblemException if more was transferred than is allowed */
    void transferred(long bytes) {
        transferred += bytes;
        if (transferred > limits.transferBytes()) {
            throw transferExceeded();
        }
    }

    ProblemException transferExceeded() {
        return excess(
                "More than " + mebibytes(limits.transferBytes()) + " MB would be fetched for the source",
                SourceSettings.TRANSFER_LIMIT.key());
    }

    /** @throws ProblemException if the file is one too many, or the files are too large together */
    void file(long bytes) {
        files++;
        unpacked += bytes;
        if (files > limits.files()) {
            throw excess("The source has more than " + limits.files() + " files", SourceSettings.FILE_LIMIT.key());
        }
        if (unpacked > limits.unpackedBytes()) {
            throw excess(
                    "The files of the source have more than " + mebibytes(limits.unpackedBytes()) + " MB",
                    SourceSettings.SIZE_LIMIT.key());
        }
    }

    /** Content that is transferred in place of a file that was counted already. */
    void content(long bytes) {
        transferred(bytes);
        files--;
        file(bytes);
    }

    void submodule() {
        submodules++;
        if (submodules > MOST_SUBMODULES) {
            throw new ProblemException(
                    GitProblem.TOO_LARGE, "The source has more than " + MOST_SUBMODULES + " submodules");
        }
    }

    private static ProblemException excess(String what, String setting) {
        return new ProblemException(GitProblem.TOO_LARGE, what + "; the limit is the setting " + setting);
    }

    private static long mebibytes(long bytes) {
        return bytes >> 20;
    }
}
