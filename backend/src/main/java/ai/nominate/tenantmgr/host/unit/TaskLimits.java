package ai.nominate.tenantmgr.host.unit;

import ai.nominate.tenantmgr.host.process.Limits;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** The limits that the settings hold tasks to. Blocks its virtual thread. */
@ApplicationScoped
public class TaskLimits {
    /** The browser's cache, and pictures of one page. */
    private static final long CAPTURE_DISK_BYTES = 512L << 20;

    private final Settings settings;

    TaskLimits(Settings settings) {
        this.settings = settings;
    }

    public Limits of(Task.Purpose purpose, Duration time) {
        return switch (purpose) {
            case BUILD ->
                new Limits(
                        Reactive.await(() -> settings.get(TaskSettings.BUILD_MEMORY))
                                .bytes(),
                        Reactive.await(() -> settings.get(TaskSettings.BUILD_TASKS)),
                        time,
                        Reactive.await(() -> settings.get(TaskSettings.BUILD_DISK))
                                .bytes());
            case MIGRATE, COMMAND, DUMP, PROOF, FILES ->
                new Limits(
                        Reactive.await(() -> settings.get(TaskSettings.COMMAND_MEMORY))
                                .bytes(),
                        Reactive.await(() -> settings.get(TaskSettings.COMMAND_TASKS)),
                        time);
            case CAPTURE ->
                new Limits(
                        Reactive.await(() -> settings.get(TaskSettings.CAPTURE_MEMORY))
                                .bytes(),
                        Reactive.await(() -> settings.get(TaskSettings.CAPTURE_TASKS)),
                        time,
                        CAPTURE_DISK_BYTES);
        };
    }
}
