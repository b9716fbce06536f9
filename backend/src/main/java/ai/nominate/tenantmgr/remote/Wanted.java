package ai.nominate.tenantmgr.remote;

import java.time.Duration;

/** What an application is asked for, and the limits of the exchange. */
enum Wanted {
    STATS(Duration.ofSeconds(10)),
    PERSONS(Duration.ofSeconds(10)),
    ACTION(Duration.ofSeconds(30)),
    BACKUP(Duration.ofMinutes(2));

    private final Duration limit;

    Wanted(Duration limit) {
        this.limit = limit;
    }

    /** From the connection to the end of the answer. */
    Duration limit() {
        return limit;
    }

    /** Whether it changes something, so that it is done once at a time. */
    boolean isAct() {
        return this == ACTION || this == BACKUP;
    }
}
