package ai.nominate.tenantmgr.nginx;

import ai.nominate.tenantmgr.certificate.InternalAuthority;
import ai.nominate.tenantmgr.host.HostProperties;
import ai.nominate.tenantmgr.host.command.DetachedLauncher;
import ai.nominate.tenantmgr.host.command.Runner;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.kernel.PortNumber;
import ai.nominate.tenantmgr.kernel.PublicAddress;
import ai.nominate.tenantmgr.tenant.TenantFiles;
import ai.nominate.tenantmgr.web.OwnHosts;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.List;

/** Makes the one NGINX and what speaks to it. */
class NginxBeans {
    @Produces
    @Singleton
    NginxSettings settings(HostProperties host, Home home, PublicAddress address, OwnHosts own) {
        return new NginxSettings(
                host.nginx().toString(),
                home,
                addresses(host.listen()),
                address,
                new NginxSettings.Pages(
                        addresses(host.webListen().orElse(host.listen())),
                        new PortNumber(host.webPort()),
                        host.webSeparate()),
                new PortNumber(host.apiPort()),
                host.spa()
                        .map(spa -> spa.toAbsolutePath().normalize())
                        .orElse(home.nginx().resolve("no-spa")),
                new TrustedProxies(host.trustedProxies().orElse(List.of())),
                own.names());
    }

    private static List<String> addresses(List<String> listen) {
        return listen.equals(List.of("127.0.0.1")) ? NginxSettings.loopback() : listen;
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
}
