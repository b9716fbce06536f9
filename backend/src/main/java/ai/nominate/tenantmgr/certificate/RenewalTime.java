package ai.nominate.tenantmgr.certificate;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** When a certificate is due, and when a failure is tried again. Both with jitter, so that many never come at once. */
final class RenewalTime {
    private static final Duration FIRST_PAUSE = Duration.ofHours(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(24);
    private static final int DOUBLINGS = 5;
    private static final double SPREAD = 0.1;

    private RenewalTime() {}

    /**
     * @param suggested by the authority; ignored unless it lies within the lifetime
     * @return two thirds of the lifetime if nothing is suggested, up to a twentieth of it earlier
     */
    static Instant of(Instant notBefore, Instant notAfter, Optional<Instant> suggested, RandomGenerator random) {
        Duration life = Duration.between(notBefore, notAfter);
        return suggested
                .filter(time -> time.isAfter(notBefore) && time.isBefore(notAfter))
                .orElseGet(() -> notBefore
                        .plus(life.multipliedBy(2).dividedBy(3))
                        .minus(part(life.dividedBy(20), random.nextDouble())));
    }

    /** @param failures in a row, at least 1. @return one hour, then twice as long each time, at most a day; a tenth more or less */
    static Duration pause(int failures, RandomGenerator random) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS));
        Duration bounded = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
        return bounded.plus(part(bounded, SPREAD * (2 * random.nextDouble() - 1)));
    }

    private static Duration part(Duration whole, double share) {
        return Duration.ofMillis(Math.round(whole.toMillis() * share));
    }
}
