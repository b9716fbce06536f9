package ai.nominate.tenantmgr.settings;

import ai.nominate.tenantmgr.audit.Audit;
import ai.nominate.tenantmgr.audit.Change;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.RequestProblem;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Carries out the tests of the features, 10 a minute for everybody together: each may cost money and reaches another
 * machine. Blocks.
 */
@ApplicationScoped
class SettingTests {
    static final int MOST = 10;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final SettingCatalogue catalogue;
    private final List<SettingTest> tests;
    private final Audit audit;
    private final Clock clock;
    private final Deque<Instant> recent = new ArrayDeque<>();

    SettingTests(SettingCatalogue catalogue, @All List<SettingTest> tests, Audit audit, Clock clock) {
        this.catalogue = catalogue;
        this.tests = tests;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether the setting has a test. */
    boolean exist(String key) {
        return find(key).isPresent();
    }

    private Optional<SettingTest> find(String key) {
        return tests.stream().filter(test -> test.setting().key().equals(key)).findFirst();
    }

    /** @throws ProblemException if there is no such setting, or nothing to test about it, or too many tests */
    SettingTestView run(String key, Actor actor) {
        if (catalogue.find(key).isEmpty()) {
            throw new ProblemException(SettingProblem.UNKNOWN, "List settings with GET /api/settings");
        }
        SettingTest test = find(key)
                .orElseThrow(
                        () -> new ProblemException(SettingProblem.NO_TEST, "Its value was checked when it was set"));
        take();
        Instant start = clock.instant();
        SettingTest.Result result = test.run();
        long durationMs = Duration.between(start, clock.instant()).toMillis();
        Reactive.transaction(() -> audit.record(
                actor,
                Change.created("setting.test", key, null, Map.of("works", result.works(), "detail", result.detail()))));
        return new SettingTestView(key, result.works(), result.detail(), durationMs);
    }

    private synchronized void take() {
        Instant now = clock.instant();
        recent.removeIf(time -> time.isBefore(now.minus(WINDOW)));
        if (recent.size() >= MOST) {
            throw new ProblemException(RequestProblem.TOO_MANY, "Settings can be tested " + MOST + " times a minute")
                    .retryAfter(Duration.between(now, recent.peekFirst().plus(WINDOW))
                            .plusSeconds(1));
        }
        recent.addLast(now);
    }
}
