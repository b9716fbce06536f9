package ai.nominate.tenantmgr.host.unit;

import java.time.Duration;

/**
 * When a service that died is started again.
 *
 * @param first the pause after the first death, doubled by each quick death that follows
 * @param longest no pause is longer
 * @param healthy a service that ran so long did not die quickly: the pauses start over
 * @param attempts so many quick deaths in a row, and it is given up
 */
record RestartPolicy(Duration first, Duration longest, Duration healthy, int attempts) {
    static final RestartPolicy STANDARD =
            new RestartPolicy(Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofMinutes(1), 10);

    Duration pause(int quickDeaths) {
        Duration pause = first;
        for (int death = 1; death < quickDeaths && pause.compareTo(longest) < 0; death++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(longest) < 0 ? pause : longest;
    }

    boolean givesUp(int quickDeaths) {
        return quickDeaths >= attempts;
    }
}
