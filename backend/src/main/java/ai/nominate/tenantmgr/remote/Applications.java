package ai.nominate.tenantmgr.remote;

import ai.nominate.tenantmgr.kernel.EnvKey;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.Secret;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.kernel.mask.SecretMatcher;
import ai.nominate.tenantmgr.manifest.RemoteSpec;
import ai.nominate.tenantmgr.release.Release;
import ai.nominate.tenantmgr.slot.SlotEnvironment;
import ai.nominate.tenantmgr.slot.SlotManifests;
import ai.nominate.tenantmgr.slot.SlotRelease;
import ai.nominate.tenantmgr.slot.SlotVariables;
import ai.nominate.tenantmgr.tenant.SlotStatus;
import ai.nominate.tenantmgr.tenant.TenantAddress;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the live application of a tenant and its token, in the configuration with which its services were started. Blocks. */
@ApplicationScoped
class Applications {
    private final SlotRelease releases;
    private final SlotEnvironment environments;
    private final TenantAddress address;

    Applications(SlotRelease releases, SlotEnvironment environments, TenantAddress address) {
        this.releases = releases;
        this.environments = environments;
        this.address = address;
    }

    /** What the release offers that the tenant serves with, whether or not it runs; empty if there is none. */
    Optional<Offer> offer(TenantSnapshot tenant) {
        return tenant.live()
                .flatMap(live -> tenant.slot(live).release())
                .map(release -> new Offer(releases.of(release).manifest()));
    }

    /** @throws ProblemException {@link RemoteProblem#NOT_SERVING} if its services do not run */
    Application of(TenantSnapshot tenant) {
        Slot live = tenant.live()
                .filter(slot -> tenant.slot(slot).status() == SlotStatus.RUNNING)
                .orElseThrow(() ->
                        RemoteProblem.NOT_SERVING.because("Only a running application can be asked; the tenant is "
                                + tenant.status().id()));
        Release release = releases.of(tenant, live);
        Offer offer = new Offer(release.manifest());
        int port = offer.service()
                .flatMap(service -> SlotManifests.port(tenant, live, release.manifest(), service))
                .orElseThrow(() -> RemoteProblem.NOT_OFFERED.because(
                        "The application has no service with a port; declare one under services"))
                .value();
        SlotVariables variables = environments.of(
                tenant, release, tenant.slot(live).configVersion().orElseThrow());
        Optional<Secret> token =
                release.manifest().remote().flatMap(RemoteSpec::auth).map(key -> token(variables, key));
        List<Secret> secrets = new ArrayList<>(variables.secrets());
        token.ifPresent(secrets::add);
        return new Application(
                release.id() + " " + live, offer, port, address.url(tenant), token, SecretMatcher.of(secrets));
    }

    private static Secret token(SlotVariables variables, EnvKey key) {
        return Optional.ofNullable(variables.values().get(key))
                .filter(value -> !value.isBlank())
                .map(Secret::new)
                .orElseThrow(
                        () -> RemoteProblem.NO_TOKEN.because(
                                "The manifest names " + key
                                        + " as remote.auth, and the running configuration has no value for it; list it under env.generated"));
    }
}
