package ai.nominate.tenantmgr.host.command;

/** Takes what a command prints, line by line, while it runs. May be called from two threads at once. */
@FunctionalInterface
public interface LineSink {
    LineSink NONE = (stream, line) -> {};

    void accept(Stream stream, String line);

    /** Where a line came from. */
    enum Stream {
        OUT,
        ERR
    }
}
