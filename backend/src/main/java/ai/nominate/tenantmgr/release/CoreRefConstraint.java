package ai.nominate.tenantmgr.release;

import ai.nominate.tenantmgr.kernel.GitRef;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.RequestProblem;
import ai.nominate.tenantmgr.settings.Setting;
import ai.nominate.tenantmgr.settings.SettingConstraint;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Rejects a default ref that git would not read as a name. */
@ApplicationScoped
class CoreRefConstraint implements SettingConstraint {
    @Override
    public Setting<?> setting() {
        return CoreSettings.CORE_REF;
    }

    @Override
    public Uni<Void> check(String text) {
        if (!text.isBlank()) {
            try {
                new GitRef(text);
            } catch (InvalidValue e) {
                throw new ProblemException(RequestProblem.INVALID, "One field is not valid")
                        .withError("value", e.getMessage());
            }
        }
        return Uni.createFrom().voidItem();
    }
}
