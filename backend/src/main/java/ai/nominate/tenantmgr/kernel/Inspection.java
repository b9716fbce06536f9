package ai.nominate.tenantmgr.kernel;

/** A check that the machine matches the database rows of one package. Read-only; blocks the caller. */
public interface Inspection {
    /** What is checked, shown to users: {@code the certificates of tenants}. */
    String title();

    /** Checks each item and records its faults. */
    void inspect(Findings findings);
}
