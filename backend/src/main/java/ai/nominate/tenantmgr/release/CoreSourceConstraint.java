package ai.nominate.tenantmgr.release;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.RequestProblem;
import ai.nominate.tenantmgr.kernel.TenantSource;
import ai.nominate.tenantmgr.settings.Setting;
import ai.nominate.tenantmgr.settings.SettingConstraint;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Rejects a default source that no deployment could use. Above all one with a token in its address: every viewer reads the
 * setting, and the audit keeps it for ever. Not part of the setting's type, which must still read what is stored already.
 */
@ApplicationScoped
class CoreSourceConstraint implements SettingConstraint {
    @Override
    public Setting<?> setting() {
        return CoreSettings.CORE_SOURCE;
    }

    @Override
    public Uni<Void> check(String text) {
        if (!text.isBlank()) {
            try {
                TenantSource.of(text.startsWith("/") ? "directory" : "git", text, null);
            } catch (InvalidValue e) {
                throw new ProblemException(RequestProblem.INVALID, "One field is not valid")
                        .withError("value", e.getMessage() + "; or the absolute path of a directory on this server");
            }
        }
        return Uni.createFrom().voidItem();
    }
}
