package ai.nominate.tenantmgr.settings;

import ai.nominate.tenantmgr.kernel.MemorySize;
import ai.nominate.tenantmgr.kernel.PortRange;
import ai.nominate.tenantmgr.kernel.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Every setting there is, group by group. A feature that needs another one adds it here, with its bounds and a sentence for people. */
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
            "Where the core application comes from when a tenant names no source: a git address, or the path of a directory "
                    + "on this server. Empty means the source that the manager was started with.",
            "");

    public static final Setting<String> CORE_REF = Setting.text(
            "core.ref",
            CORE,
            "The branch, tag or commit that is deployed when neither tenant nor request names one. Empty means the "
                    + "repository's default branch.",
            "");

    public static final Setting<Duration> BUILD_TIMEOUT = Setting.duration(
            "deployment.buildTimeout",
            DEPLOYMENT,
            "How long fetching and building a release may take.",
            "15m",
            "10s",
            "4h");

    public static final Setting<Duration> MIGRATE_TIMEOUT = Setting.duration(
            "deployment.migrateTimeout",
            DEPLOYMENT,
            "How long initialising and migrating a tenant's database may take.",
            "10m",
            "5s",
            "4h");

    public static final Setting<Duration> START_TIMEOUT = Setting.duration(
            "deployment.startTimeout",
            DEPLOYMENT,
            "How long a new release may take until its services answer their health check.",
            "60s",
            "1s",
            "30m");

    public static final Setting<Duration> WATCH_TIME = Setting.duration(
            "deployment.watchTime",
            DEPLOYMENT,
            "How long a new release must stay healthy before visitors see it.",
            "5s",
            "0s",
            "10m");

    public static final Setting<Duration> DRAIN_TIMEOUT = Setting.duration(
            "deployment.drainTimeout",
            DEPLOYMENT,
            "How long the old release may go on with requests that it had begun, such as downloads and event streams.",
            "60s",
            "1s",
            "4h");

    public static final Setting<Duration> STOP_GRACE = Setting.duration(
            "deployment.stopGrace",
            DEPLOYMENT,
            "How long a service may take to end after it was asked to, before it is killed.",
            "15s",
            "1s",
            "10m");

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
                    "The ports from which tenants get blocks of four, first and last. Takes effect at once; a range that leaves "
                            + "out a block that a tenant has is refused.",
                    "20000-29999")
            .orFrom("tenantmgr.port-range");

    public static final Setting<Optional<Secret>> AI_API_KEY = Setting.secret(
                    "ai.apiKey", AI, "The key for the AI provider. Without one the local extractor works alone.")
            .orFrom("tenantmgr.ai-api-key");

    public static final Setting<URI> AI_BASE_URL = Setting.url(
                    "ai.baseUrl", AI, "Where the AI provider's API is.", "https://api.anthropic.com")
            .orFrom("tenantmgr.ai-base-url");

    public static final Setting<String> AI_MODEL = Setting.text(
                    "ai.model", AI, "The model that the AI provider is asked for.", "claude-sonnet-5")
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
