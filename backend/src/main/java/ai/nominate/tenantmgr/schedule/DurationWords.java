package ai.nominate.tenantmgr.schedule;

import java.time.Duration;

/** Durations in words: {@code 90 seconds}, {@code 5 minutes}, {@code 3 hours}. */
final class DurationWords {
    private DurationWords() {}

    static String of(Duration time) {
        return time.toSeconds() < 120
                ? time.toSeconds() + " seconds"
                : time.toMinutes() < 120 ? time.toMinutes() + " minutes" : time.toHours() + " hours";
    }
}
