package ai.nominate.tenantmgr.settings;

import ai.nominate.tenantmgr.kernel.MemorySize;
import ai.nominate.tenantmgr.kernel.PortRange;
import ai.nominate.tenantmgr.kernel.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** All settings by group. A feature adds its own here, with bounds and a description. */
public final class SettingCatalogue {
    private static final String CORE = "core";
    private static final String DEPLOYMENT = "deployment";
    private static final String BUILD = "build";
    private static final String COMMAND = "command";
    private static final String PORT = "port";
    private static final String AI = "ai";

    public static final Setting<String> CORE_SOURCE = Setting.text(
            "core.source",
            CORE,
            "Default source of the core application for tenants without their own: a git address, or the "
                    + "path of a directory on this server. Empty: the source that the manager was started with.",
            "");

    public static final Setting<String> CORE_REF = Setting.text(
            "core.ref",
            CORE,
            "Default branch, tag or commit if neither tenant nor request sets one. Empty: the "
                    + "repository's default branch.",
            "");

    public static final Setting<Duration> BUILD_TIMEOUT = Setting.duration(
            "deployment.buildTimeout",
            DEPLOYMENT,
            "Time limit for fetching and building a release.",
            "15m",
            "10s",
            "4h");

    public static final Setting<Duration> MIGRATE_TIMEOUT = Setting.duration(
            "deployment.migrateTimeout",
            DEPLOYMENT,
            "Time limit for initialising and migrating a tenant's database.",
            "10m",
            "5s",
            "4h");

    public static final Setting<Duration> START_TIMEOUT = Setting.duration(
            "deployment.startTimeout",
            DEPLOYMENT,
            "Time limit for a new release to pass its health checks.",
            "60s",
            "1s",
            "30m");

    public static final Setting<Duration> WATCH_TIME = Setting.duration(
            "deployment.watchTime",
            DEPLOYMENT,
            "How long a new release must stay healthy before traffic is switched to it.",
            "5s",
            "0s",
            "10m");

    public static final Setting<Duration> DRAIN_TIMEOUT = Setting.duration(
            "deployment.drainTimeout",
            DEPLOYMENT,
            "How long the old release may finish running requests, such as downloads and event streams.",
            "60s",
            "1s",
            "4h");

    public static final Setting<Duration> STOP_GRACE = Setting.duration(
            "deployment.stopGrace",
            DEPLOYMENT,
            "How long a service may take to stop before it is killed.",
            "15s",
            "1s",
            "10m");

    public static final Setting<Integer> LOG_LINES = Setting.number(
            "deployment.logLines",
            DEPLOYMENT,
            "Maximum number of log lines kept per deployment; further lines are counted and dropped.",
            20_000,
            1_000,
            1_000_000);

    public static final Setting<Integer> RELEASES_KEPT = Setting.number(
            "deployment.releasesKept",
            DEPLOYMENT,
            "Number of releases kept on disk in addition to those in use and those needed for a rollback.",
            5,
            0,
            100);

    public static final Setting<MemorySize> BUILD_MEMORY = Setting.memory(
            "build.memory",
            BUILD,
            "How much memory a command of a release's build may use, with all processes that it starts. A build that uses more "
                    + "is ended.",
            "2G");

    public static final Setting<Integer> BUILD_TASKS = Setting.number(
            "build.tasks",
            BUILD,
            "How many processes and threads a command of a release's build may have together. A build that has more is ended.",
            1024,
            16,
            32_768);

    public static final Setting<MemorySize> COMMAND_MEMORY = Setting.memory(
            "command.memory",
            COMMAND,
            "How much memory a migration or another one-off command of a tenant may use, with all processes that it starts. One "
                    + "that uses more is ended.",
            "1G");

    public static final Setting<Integer> COMMAND_TASKS = Setting.number(
            "command.tasks",
            COMMAND,
            "How many processes and threads a migration or another one-off command of a tenant may have together. One that has "
                    + "more is ended.",
            512,
            16,
            32_768);

    public static final Setting<PortRange> PORT_RANGE = Setting.ports(
                    "port.range",
                    PORT,
                    "Port range from which each tenant gets a block of four, first and last port. Takes "
                            + "effect immediately; a range that excludes a leased block is rejected.",
                    "20000-29999")
            .orFrom("tenantmgr.port-range");

    public static final Setting<Optional<Secret>> AI_API_KEY = Setting.secret(
                    "ai.apiKey", AI, "API key of the AI provider. Without a key only the local extractor is used.")
            .orFrom("tenantmgr.ai-api-key");

    public static final Setting<URI> AI_BASE_URL = Setting.url(
                    "ai.baseUrl", AI, "Base URL of the AI provider's API.", "https://api.anthropic.com")
            .orFrom("tenantmgr.ai-base-url");

    public static final Setting<String> AI_MODEL = Setting.text(
                    "ai.model", AI, "Model requested from the AI provider.", "claude-sonnet-5")
            .orFrom("tenantmgr.ai-model");

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
            RELEASES_KEPT,
            BUILD_MEMORY,
            BUILD_TASKS,
            COMMAND_MEMORY,
            COMMAND_TASKS,
            PORT_RANGE,
            AI_API_KEY,
            AI_BASE_URL,
            AI_MODEL);

    private SettingCatalogue() {}

    public static List<Setting<?>> all() {
        return ALL;
    }

    static Optional<Setting<?>> find(String key) {
        return ALL.stream().filter(setting -> setting.key().equals(key)).findFirst();
    }
}
