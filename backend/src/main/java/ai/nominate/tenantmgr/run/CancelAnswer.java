package ai.nominate.tenantmgr.run;

/** The answer to a request to cancel a run. */
public enum CancelAnswer {
    /** The run will stop and undo its changes. */
    ACCEPTED,
    /** The run has ended. */
    FINISHED,
    /** The run is past its point of no return. */
    TOO_LATE
}
