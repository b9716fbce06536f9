package ai.nominate.tenantmgr.deployment.step;

import ai.nominate.tenantmgr.credential.CredentialSettings;
import ai.nominate.tenantmgr.host.HostProperties;
import ai.nominate.tenantmgr.kernel.CredentialName;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.TenantSource;
import ai.nominate.tenantmgr.release.CoreSettings;
import ai.nominate.tenantmgr.settings.Settings;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The source of a tenant's core application: its own, else the setting {@code core.source}, else the start property. */
@ApplicationScoped
public class CoreSource {
    private final Settings settings;
    private final HostProperties host;

    CoreSource(Settings settings, HostProperties host) {
        this.settings = settings;
        this.host = host;
    }

    /** @throws ProblemException if no source is configured */
    public Uni<TenantSource> of(TenantSnapshot tenant) {
        return tenant.source().map(own -> Uni.createFrom().item(own)).orElseGet(this::ofAll);
    }

    /**
     * The source of tenants that have none of their own.
     *
     * @throws ProblemException if none is configured
     */
    public Uni<TenantSource> ofAll() {
        return settings.get(CoreSettings.CORE_SOURCE)
                .flatMap(location -> settings.get(CoreSettings.CORE_REF)
                        .flatMap(ref -> settings.get(CredentialSettings.CORE_CREDENTIAL)
                                .map(credential -> parse(
                                        location.isBlank() ? host.coreSource().orElse("") : location,
                                        ref.isBlank() ? null : ref,
                                        credential.map(CredentialName::value).orElse(null)))));
    }

    private static TenantSource parse(String location, String ref, String credential) {
        if (location.isBlank()) {
            throw new ProblemException(
                    DeploymentProblem.NO_SOURCE, "Set a source for the tenant, or core.source for all tenants");
        }
        try {
            return location.startsWith("/")
                    ? TenantSource.of("directory", location, ref)
                    : TenantSource.of("git", location, ref, credential);
        } catch (InvalidValue e) {
            throw new ProblemException(DeploymentProblem.NO_SOURCE, "The setting core.source " + e.getMessage());
        }
    }
}
