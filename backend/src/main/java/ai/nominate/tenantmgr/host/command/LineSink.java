package ai.nominate.tenantmgr.host.command;

import ai.nominate.tenantmgr.kernel.mask.SecretMatcher;

/** Receives the output lines of a command while it runs. May be called from two threads at once. */
@FunctionalInterface
public interface LineSink {
    LineSink NONE = (stream, line) -> {};

    void accept(Stream stream, String line);

    /** What is masked in the output before it is divided into lines; asked for once when a command starts. */
    default SecretMatcher secrets() {
        return SecretMatcher.NONE;
    }

    /** The source of a line. */
    enum Stream {
        OUT,
        ERR
    }
}
