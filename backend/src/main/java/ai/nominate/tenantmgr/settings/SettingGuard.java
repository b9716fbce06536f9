package ai.nominate.tenantmgr.settings;

import io.smallrye.mutiny.Uni;

/** A room's say in the change of a setting that binds it. Asked in the transaction of the change. */
public interface SettingGuard {
    /** The setting that it watches. */
    Setting<?> setting();

    /**
     * Fails with a {@link ai.nominate.tenantmgr.kernel.ProblemException} when what is there does not allow it.
     *
     * @param text what the setting is to be, of its type and within its bounds
     */
    Uni<Void> admit(String text);
}
