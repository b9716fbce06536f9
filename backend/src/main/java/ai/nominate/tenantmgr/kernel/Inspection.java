package ai.nominate.tenantmgr.kernel;

/** What a room can prove of its own: that the machine is as its rows say. Changes nothing, and blocks its caller. */
public interface Inspection {
    /** What is looked at, for people: {@code the certificates of tenants}. */
    String title();

    /** Looks at everything and says of each thing whether it is as it should be. */
    void inspect(Findings findings);
}
