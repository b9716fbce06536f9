package ai.nominate.tenantmgr.backup;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.Secret;
import ai.nominate.tenantmgr.settings.Setting;
import ai.nominate.tenantmgr.settings.SettingGroup;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where backups go, and what they may take. */
@Singleton
public class BackupSettings implements SettingGroup {
    private static final String GROUP = "backup";

    static final Setting<Boolean> BY_DEFAULT = Setting.bool(
                    "backup.byDefault",
                    GROUP,
                    "Whether a tenant that is live gets a nightly backup without anybody having set a schedule.",
                    true)
            .defaultFrom("tenantmgr.backup-by-default");

    static final Setting<Duration> TIMEOUT = Setting.duration(
            "backup.timeout",
            GROUP,
            "Time limit for dumping a database, and for reading the dump.",
            "4h",
            "10s",
            "24h");

    /** {@code local} or {@code s3}. */
    public static final Setting<String> STORAGE = choice(
            Setting.text(
                    "backup.storage",
                    GROUP,
                    "Where new backups are kept: local, below the home of the tenant's server, or s3, in a bucket.",
                    "local"),
            "local",
            "s3");

    static final Setting<String> S3_ENDPOINT = address(Setting.text(
            "backup.s3Endpoint", GROUP, "Address of the S3 server: https://s3.eu-central-1.amazonaws.com.", ""));

    static final Setting<String> S3_REGION =
            Setting.text("backup.s3Region", GROUP, "Region of the S3 server.", "us-east-1");

    static final Setting<String> S3_BUCKET =
            Setting.text("backup.s3Bucket", GROUP, "Bucket of the backups. It must exist.", "");

    static final Setting<String> S3_KEY = Setting.text(
            "backup.s3Key", GROUP, "Access key that may read, write and delete objects of the bucket.", "");

    static final Setting<Optional<Secret>> S3_SECRET =
            Setting.secret("backup.s3Secret", GROUP, "Secret of the access key.");

    BackupSettings() {}

    @Override
    public int position() {
        return 240;
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(BY_DEFAULT, TIMEOUT, STORAGE, S3_ENDPOINT, S3_REGION, S3_BUCKET, S3_KEY, S3_SECRET);
    }

    private static Setting<String> choice(Setting<String> setting, String... choices) {
        return parsed(setting, text -> {
            if (!List.of(choices).contains(text)) {
                throw new InvalidValue("must be " + String.join(" or ", choices));
            }
            return text;
        });
    }

    private static Setting<String> address(Setting<String> setting) {
        return parsed(setting, text -> {
            if (!text.isEmpty() && !text.matches("https?://[A-Za-z0-9.:\\[\\]-]{1,255}/?")) {
                throw new InvalidValue("must be http:// or https:// with a host, and no path");
            }
            return text.isEmpty() ? text : URI.create(text).toString();
        });
    }

    private static Setting<String> parsed(Setting<String> setting, java.util.function.Function<String, String> parse) {
        return new Setting<>(
                setting.key(),
                setting.group(),
                setting.type(),
                setting.description(),
                setting.defaultText(),
                setting.property(),
                setting.bounds(),
                setting.ofServer(),
                parse);
    }
}
