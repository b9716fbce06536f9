package ai.nominate.tenantmgr.analysis.claude;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Leaves a provider alone that failed several times in a row. After a pause one question tries again, and only its success closes
 * the circuit. Another key, model or address is another provider. Forgotten with the manager's end.
 */
@ApplicationScoped
class CircuitBreaker {
    static final int FAILURES = 3;
    static final Duration PAUSE = Duration.ofMinutes(1);
    /** A spend limit lasts to the end of a month, or until somebody raises it. */
    static final Duration LONG_PAUSE = Duration.ofHours(1);

    private final Clock clock;
    private Provider provider;
    private int failures;
    private Instant openUntil = Instant.MIN;

    CircuitBreaker(Clock clock) {
        this.clock = clock;
    }

    /** Whether the provider may be asked now. The one who asks first after a pause is the only one for as long as it takes. */
    synchronized boolean admits(Provider wanted) {
        if (!wanted.equals(provider)) {
            provider = wanted;
            failures = 0;
            openUntil = Instant.MIN;
        }
        Instant now = clock.instant();
        if (now.isBefore(openUntil)) {
            return false;
        }
        if (failures >= FAILURES) {
            openUntil = now.plus(PAUSE);
        }
        return true;
    }

    synchronized void succeeded(Provider asked) {
        if (asked.equals(provider)) {
            failures = 0;
            openUntil = Instant.MIN;
        }
    }

    synchronized void failed(Provider asked, AiFailure failure) {
        if (!asked.equals(provider) || !failure.isOutage()) {
            return;
        }
        failures = failure == AiFailure.SPEND_LIMIT ? FAILURES : failures + 1;
        if (failures >= FAILURES) {
            openUntil = clock.instant().plus(failure == AiFailure.SPEND_LIMIT ? LONG_PAUSE : PAUSE);
        }
    }
}
