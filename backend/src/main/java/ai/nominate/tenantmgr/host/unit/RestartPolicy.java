package ai.nominate.tenantmgr.host.unit;

import java.time.Duration;

/**
 * The restart policy for crashed services.
 *
 * @param first the pause after the first crash, doubled by each further quick crash
 * @param longest the longest pause
 * @param healthy a run of this length is not a quick crash and resets the pauses
 * @param attempts number of consecutive quick crashes after which it is not restarted
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
