package ai.nominate.tenantmgr.deployment.step;

import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import ai.nominate.tenantmgr.theme.ThemeFiles;
import ai.nominate.tenantmgr.theme.Themes;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * The theme that visitors get with a release: the newest, or by choice that of the time to which a rollback returns. The
 * deployment remembers its version.
 */
@ApplicationScoped
class SwitchTheme {
    private final Themes themes;
    private final ThemeFiles files;

    SwitchTheme(Themes themes, ThemeFiles files) {
        this.themes = themes;
        this.files = files;
    }

    /** May run twice: a theme that is the newest already is not restored again. */
    int apply(DeploymentContext context) {
        TenantSnapshot tenant = context.tenant();
        earlier(context)
                .ifPresent(version -> context.transaction(() -> themes.restore(tenant, version, Actor.MANAGER)));
        int version = files.publish(tenant, context.permit());
        context.pinTheme(version);
        return version;
    }

    /** Deployments of before there were themes remember none. */
    private static Optional<Integer> earlier(DeploymentContext context) {
        return context.order().restoreTheme()
                ? Optional.ofNullable(context.target().themeVersion())
                : Optional.empty();
    }
}
