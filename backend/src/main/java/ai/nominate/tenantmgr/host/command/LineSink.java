package ai.nominate.tenantmgr.host.command;

/** Receives the output lines of a command while it runs. May be called from two threads at once. */
@FunctionalInterface
public interface LineSink {
    LineSink NONE = (stream, line) -> {};

    void accept(Stream stream, String line);

    /** The source of a line. */
    enum Stream {
        OUT,
        ERR
    }
}
