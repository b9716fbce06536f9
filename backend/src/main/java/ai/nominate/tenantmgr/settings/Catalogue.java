package ai.nominate.tenantmgr.settings;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Every setting there is. A feature that needs another one adds it here, with its bounds and a sentence for people. */
public final class Catalogue {
    private static final String CORE = "core";
    private static final String DEPLOYMENT = "deployment";

    public static final Setting<String> CORE_SOURCE = Setting.text(
            "core.source",
            CORE,
            SettingType.STRING,
            "Where the core application comes from when a tenant names no source: a git address, or the path of a directory "
                    + "on this server. Empty means the source that the manager was started with.",
            "");

    public static final Setting<String> CORE_REF = Setting.text(
            "core.ref",
            CORE,
            SettingType.STRING,
            "The branch, tag or commit that is deployed when neither tenant nor request names one. Empty means the "
                    + "repository's default branch.",
            "");

    public static final Setting<Duration> BUILD_TIMEOUT = Setting.duration(
            "deployment.buildTimeout",
            DEPLOYMENT,
            "How long fetching and building a release may take.",
            "15m",
            Duration.ofSeconds(10),
            Duration.ofHours(4));

    public static final Setting<Duration> MIGRATE_TIMEOUT = Setting.duration(
            "deployment.migrateTimeout",
            DEPLOYMENT,
            "How long initialising and migrating a tenant's database may take.",
            "10m",
            Duration.ofSeconds(5),
            Duration.ofHours(4));

    public static final Setting<Duration> START_TIMEOUT = Setting.duration(
            "deployment.startTimeout",
            DEPLOYMENT,
            "How long a new release may take until its services answer their health check.",
            "60s",
            Duration.ofSeconds(1),
            Duration.ofMinutes(30));

    public static final Setting<Duration> WATCH_TIME = Setting.duration(
            "deployment.watchTime",
            DEPLOYMENT,
            "How long a new release must stay healthy before visitors see it.",
            "5s",
            Duration.ZERO,
            Duration.ofMinutes(10));

    public static final Setting<Duration> DRAIN_TIMEOUT = Setting.duration(
            "deployment.drainTimeout",
            DEPLOYMENT,
            "How long the old release may go on with requests that it had begun, such as downloads and event streams.",
            "60s",
            Duration.ofSeconds(1),
            Duration.ofHours(4));

    public static final Setting<Duration> STOP_GRACE = Setting.duration(
            "deployment.stopGrace",
            DEPLOYMENT,
            "How long a service may take to end after it was asked to, before it is killed.",
            "15s",
            Duration.ofSeconds(1),
            Duration.ofMinutes(10));

    public static final Setting<Integer> LOG_LINES = Setting.number(
            "deployment.logLines",
            DEPLOYMENT,
            "How many lines of a deployment's log are kept; the rest is counted and left out.",
            20_000,
            1_000,
            1_000_000);

    public static final Setting<Integer> RELEASES_KEPT = Setting.number(
            "deployment.releasesKept",
            DEPLOYMENT,
            "How many releases that no tenant runs or could roll back to are kept on disk.",
            5,
            0,
            100);

    private static final List<Setting<?>> ALL = List.of(
            CORE_SOURCE,
            CORE_REF,
            BUILD_TIMEOUT,
            MIGRATE_TIMEOUT,
            START_TIMEOUT,
            WATCH_TIME,
            DRAIN_TIMEOUT,
            STOP_GRACE,
            LOG_LINES,
            RELEASES_KEPT);

    private Catalogue() {}

    public static List<Setting<?>> all() {
        return ALL;
    }

    static Optional<Setting<?>> find(String key) {
        return ALL.stream().filter(setting -> setting.key().equals(key)).findFirst();
    }
}
