package ai.nominate.tenantmgr.host;

import ai.nominate.tenantmgr.kernel.PublicAddress;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Paths and ports of this installation. */
@ConfigMapping(prefix = "tenantmgr")
public interface HostProperties {
    /** Directory of all state. */
    @WithDefault(".data")
    Path home();

    /** Port of the API, on loopback. */
    @WithDefault("32200")
    int apiPort();

    /** Port of the SPA, which proxies the API on the same origin. */
    @WithDefault("32201")
    int webPort();

    /** Port of tenants for plain HTTP. */
    @WithDefault("8080")
    int httpPort();

    /** Port of tenants for TLS. */
    @WithDefault("8443")
    int httpsPort();

    /** Scheme of tenants' addresses: http on a laptop, https on a server, where plain HTTP is then redirected to it. */
    @WithDefault("http")
    PublicAddress.Scheme publicScheme();

    /** Listen addresses of NGINX for tenants. Only 127.0.0.1 means both loopback addresses. */
    @WithDefault("127.0.0.1")
    List<String> listen();

    /** Listen addresses of the SPA; those of tenants if none are given. */
    Optional<List<String>> webListen();

    /** Whether an NGINX of its own serves the SPA, and that of tenants does not. */
    @WithDefault("false")
    boolean webSeparate();

    /** Addresses or networks of proxies in front of NGINX whose forwarding headers are believed; none by default. */
    Optional<List<String>> trustedProxies();

    /** Directory of the built SPA; without it the web port serves the API only. */
    Optional<Path> spa();

    /**
     * Default source of the core application, if neither a setting nor a tenant sets one: a directory or a git address.
     */
    Optional<String> coreSource();

    /** The NGINX program. */
    @WithDefault("/usr/sbin/nginx")
    Path nginx();

    /** The Chromium program, which captures web pages. */
    @WithDefault("/usr/bin/chromium")
    Path chromium();

    /** Directories of this machine, absolute, that programs of tenants see beside the usual ones, such as /usr; read-only. */
    Optional<List<Path>> shownDirectories();

    /** The database server of the tenants' databases, if different from the manager's own. */
    Optional<String> tenantDatabaseUrl();

    /** What supervises the programs of tenants: {@code process} or {@code systemd}; found out when it is not said. */
    Optional<SupervisorKind> supervisor();
}
