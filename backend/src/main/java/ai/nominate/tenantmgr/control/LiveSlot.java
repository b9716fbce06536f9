package ai.nominate.tenantmgr.control;

import ai.nominate.tenantmgr.config.Configs;
import ai.nominate.tenantmgr.config.EnvFile;
import ai.nominate.tenantmgr.config.PinnedConfig;
import ai.nominate.tenantmgr.config.RequiredConfiguration;
import ai.nominate.tenantmgr.deployment.step.DeploymentProblem;
import ai.nominate.tenantmgr.deployment.step.SlotSites;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.nginx.ApplyResult;
import ai.nominate.tenantmgr.nginx.SiteRegistry;
import ai.nominate.tenantmgr.release.Release;
import ai.nominate.tenantmgr.release.Releases;
import ai.nominate.tenantmgr.slot.SlotEnvironment;
import ai.nominate.tenantmgr.slot.SlotFiles;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import ai.nominate.tenantmgr.tenant.TenantStatus;


import io.quarkus.hibernate.reactive.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Files;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Keeps the launch and environment files of the live slot up to date between deployments: newest configuration, domain,
 * ports. Running services are not touched; they use the new files at their next start. Blocks.
 */
@ApplicationScoped
class LiveSlot {
    private static final Logger LOG = Logger.getLogger(LiveSlot.class);
    /** During a deployment its own step writes the files. */
    private static final Set<TenantStatus> AT_REST = Set.of(TenantStatus.ACTIVE, TenantStatus.STOPPED);

    private final TenantRegistry tenants;
    private final Configs configs;
    private final Releases releases;
    private final SlotEnvironment environments;
    private final SlotFiles files;
    private final SiteRegistry sites;
    private final Permit permit;

    LiveSlot(
            TenantRegistry tenants,
            Configs configs,
            Releases releases,
            SlotEnvironment environments,
            SlotFiles files,
            SiteRegistry sites,
            Permit permit) {
        this.tenants = tenants;
        this.configs = configs;
        this.releases = releases;
        this.environments = environments;
        this.files = files;
        this.sites = sites;
        this.permit = permit;
    }

    /**
     * Rewrites the environment, unless there is no live slot or a deployment is active. If that fails, the next start
     * of the services writes it: a start always writes first.
     */
    void refresh(UUID id) {
        try {
            TenantSnapshot tenant = Reactive.await(() -> Panache.withSession(() -> tenants.get(id)));
            if (AT_REST.contains(tenant.status())) {
                writeEnvironment(tenant, permit);
            }
        } catch (RuntimeException e) {
            LOG.warnf("Tenant %s: environment not written, retried at the next start: %s", id, e.getMessage());
        }
    }

    /** Writes the environment of the live slot, if there is one; used at the next start of its services. */
    void writeEnvironment(TenantSnapshot tenant, Permit permit) {
        if (tenant.live().isPresent()) {
            Slot live = tenant.live().get();
            Release release = release(tenant, live);
            PinnedConfig config = newest(tenant, release);
            files.environment(tenant.slug(), live, EnvFile.render(environments.of(tenant, release, config)), permit);
        }
    }

    /** @throws ProblemException if a start cannot succeed, because required configuration is missing */
    void require(TenantSnapshot tenant, Slot live) {
        Release release = release(tenant, live);
        RequiredConfiguration.require(release.manifest(), newest(tenant, release));
    }

    /**
     * Writes all files needed for a start.
     *
     * @return the configuration version the services will get
     */
    int prepare(TenantSnapshot tenant, Slot live) {
        Release release = release(tenant, live);
        PinnedConfig config = newest(tenant, release);
        files.write(tenant, live, release, EnvFile.render(environments.of(tenant, release, config)), permit);
        sites.put(tenant.id(), live, SlotSites.of(tenant, live, release), permit);
        if (sites.apply(permit) instanceof ApplyResult.Refused refused) {
            throw new ProblemException(DeploymentProblem.SITE_REFUSED, refused.reason());
        }
        return config.version();
    }

    private PinnedConfig newest(TenantSnapshot tenant, Release release) {
        return Reactive.transaction(
                () -> configs.pin(tenant.id(), release.manifest().env().generated(), Actor.MANAGER));
    }

    private Release release(TenantSnapshot tenant, Slot live) {
        String id = tenant.slot(live)
                .release()
                .orElseThrow(() -> new ProblemException(DeploymentProblem.NEVER_DEPLOYED, "Deploy the tenant first"));
        Release release = Reactive.await(() -> Panache.withSession(() -> releases.find(id)));
        if (!Files.isDirectory(release.directory())) {
            throw new ProblemException(
                    DeploymentProblem.DID_NOT_START, "Release " + id + " is no longer on disk; deploy the tenant");
        }
        return release;
    }
}
