package ai.nominate.tenantmgr.nginx;

import ai.nominate.tenantmgr.certificate.InternalAuthority;
import ai.nominate.tenantmgr.host.HostProperties;
import ai.nominate.tenantmgr.host.command.DetachedLauncher;
import ai.nominate.tenantmgr.host.command.Runner;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.kernel.PortNumber;
import ai.nominate.tenantmgr.kernel.PublicAddress;
import ai.nominate.tenantmgr.tenant.TenantFiles;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.List;
import org.jboss.logging.Logger;

/** Makes the one NGINX and what speaks to it, and brings it up with the manager. */
class NginxBeans {
    private static final Logger LOG = Logger.getLogger(NginxBeans.class);
    private static final int BEFORE_SERVICES = 3000;

    @Produces
    @Singleton
    NginxSettings settings(HostProperties host, Home home, PublicAddress address) {
        return new NginxSettings(
                host.nginx().toString(),
                home,
                host.listen().equals("127.0.0.1") ? NginxSettings.loopback() : List.of(host.listen()),
                address,
                new PortNumber(host.webPort()),
                new PortNumber(host.apiPort()),
                host.spa()
                        .map(spa -> spa.toAbsolutePath().normalize())
                        .orElse(home.nginx().resolve("no-spa")));
    }

    @Produces
    @Singleton
    PublicProbe probe(NginxSettings settings, Vertx vertx, InternalAuthority authority) {
        return new PublicProbe(settings, vertx, authority.rootCertificate());
    }

    @Produces
    @Singleton
    NginxProcess process(NginxSettings settings, DetachedLauncher launcher, Runner runner, PublicProbe probe) {
        return new NginxProcess(settings, launcher, runner, probe);
    }

    @Produces
    @Singleton
    NginxSites sites(NginxSettings settings, Runner runner, NginxProcess process, PublicProbe probe) {
        return new NginxSites(settings, runner, process, probe, new SecureRandom());
    }

    @Produces
    @Singleton
    LiveMarkers markers(TenantFiles files) {
        return new LiveMarkers(files);
    }

    /** What was changed while NGINX or the manager was away takes effect here, too. */
    void onStart(@Observes @Priority(BEFORE_SERVICES) StartupEvent start, SiteRegistry registry) {
        switch (registry.apply(Permit.ALWAYS)) {
            case ApplyResult.Changed changed -> LOG.infof("NGINX serves generation %d", changed.generation());
            case ApplyResult.Unchanged unchanged -> LOG.infof("NGINX serves generation %d", unchanged.generation());
            case ApplyResult.Refused refused ->
                LOG.errorf("NGINX does not serve: %s %s:%d", refused.reason(), refused.file(), refused.line());
        }
    }
}
