package ai.nominate.tenantmgr.settings;

import io.smallrye.mutiny.Uni;

/** A feature's check before a setting that affects it is changed. Runs in the transaction of the change. */
public interface SettingConstraint {
    /** The setting to check. */
    Setting<?> setting();

    /**
     * Fails with a {@link ai.nominate.tenantmgr.kernel.ProblemException} if the new value conflicts with existing data.
     *
     * @param text the new value, valid for its type and bounds
     */
    Uni<Void> check(String text);
}
