package ai.nominate.tenantmgr.release.git;

import ai.nominate.tenantmgr.kernel.MemorySize;
import ai.nominate.tenantmgr.settings.Setting;
import ai.nominate.tenantmgr.settings.SettingGroup;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** Limits for what is fetched from a git repository, submodules and large files included. */
@Singleton
public class SourceSettings implements SettingGroup {
    private static final String GROUP = "deployment";

    public static final Setting<MemorySize> TRANSFER_LIMIT = Setting.memory(
            "deployment.sourceTransferLimit",
            GROUP,
            "Largest amount of data that is fetched from git repositories for one source.",
            "512M");

    public static final Setting<MemorySize> SIZE_LIMIT =
            Setting.memory("deployment.sourceSizeLimit", GROUP, "Largest size of the files of one git source.", "2G");

    public static final Setting<Integer> FILE_LIMIT = Setting.number(
            "deployment.sourceFileLimit", GROUP, "Largest number of files of one git source.", 20_000, 1, 1_000_000);

    public static final Setting<Duration> CACHE_EXPIRY = Setting.duration(
            "deployment.sourceCacheExpiry",
            GROUP,
            "Time after which the local copy of a git repository that is no longer fetched is removed.",
            "336h",
            "1h",
            "8760h");

    SourceSettings() {}

    @Override
    public int position() {
        return 205;
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(TRANSFER_LIMIT, SIZE_LIMIT, FILE_LIMIT, CACHE_EXPIRY);
    }
}
