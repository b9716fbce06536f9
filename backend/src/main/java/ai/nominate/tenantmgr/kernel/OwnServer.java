package ai.nominate.tenantmgr.kernel;

/** The server whose machine this manager is for. It answers for all servers, and touches this one only. */
public interface OwnServer {
    /** The number of its row. */
    short id();
}
