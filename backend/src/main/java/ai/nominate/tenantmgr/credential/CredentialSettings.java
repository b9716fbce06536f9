package ai.nominate.tenantmgr.credential;

import ai.nominate.tenantmgr.kernel.CredentialName;
import ai.nominate.tenantmgr.settings.Setting;
import ai.nominate.tenantmgr.settings.SettingBounds;
import ai.nominate.tenantmgr.settings.SettingGroup;
import ai.nominate.tenantmgr.settings.SettingType;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** The credential of the default source. */
@Singleton
public class CredentialSettings implements SettingGroup {
    private static final SettingBounds NONE = null;

    public static final Setting<Optional<CredentialName>> CORE_CREDENTIAL = new Setting<>(
            "core.credential",
            "core",
            SettingType.STRING,
            "Name of the stored credential for the repository in core.source. Empty: none.",
            "",
            null,
            NONE,
            false,
            text -> text.isEmpty() ? Optional.empty() : Optional.of(new CredentialName(text)));

    CredentialSettings() {}

    @Override
    public int position() {
        return 110;
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(CORE_CREDENTIAL);
    }
}
