package ai.nominate.tenantmgr.web;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** The clock of the application; tests inject their own. */
class ClockProducer {
    /** What PostgreSQL stores: a time is answered the same before and after it was stored. */
    private static final Duration MICROSECOND = Duration.ofNanos(1000);

    @Produces
    @Singleton
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), MICROSECOND);
    }
}
