package ai.nominate.tenantmgr.remote;

import java.time.Instant;

/**
 * The last good answer of an application to one question, and what happened since.
 *
 * @param value JSON, or a number; null if there was no good answer yet
 * @param at when it was given; null with {@code value}
 * @param failure the last attempt, if it failed; null otherwise
 */
record Remembered(String value, Instant at, RemoteFailureView failure) {
    static final Remembered NOTHING = new Remembered(null, null, null);

    boolean isEmpty() {
        return value == null;
    }
}
