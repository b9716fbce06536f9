package ai.nominate.tenantmgr.host;

import ai.nominate.tenantmgr.kernel.PublicAddress;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Where this installation lies on its machine, and which of the machine's ports are its own. */
@ConfigMapping(prefix = "tenantmgr")
public interface HostProperties {
    /** Where all state lies. */
    @WithDefault(".data")
    Path home();

    /** The API's port, on loopback. */
    @WithDefault("32200")
    int apiPort();

    /** The SPA's port; the API is reached through it on the same origin. */
    @WithDefault("32201")
    int webPort();

    /** The port on which tenants answer plain HTTP. */
    @WithDefault("8080")
    int httpPort();

    /** The port on which tenants answer TLS. */
    @WithDefault("8443")
    int httpsPort();

    /** What tenants' addresses begin with: http on a laptop, https on a server, where plain HTTP then leads to it. */
    @WithDefault("http")
    PublicAddress.Scheme publicScheme();

    /** The address on which NGINX listens. */
    @WithDefault("127.0.0.1")
    String listen();

    /** The built SPA; without it the web port answers the API only. */
    Optional<Path> spa();

    /** The core application that is deployed when no setting and no tenant names another: a directory or a git address. */
    Optional<String> coreSource();

    /** The NGINX program. */
    @WithDefault("/usr/sbin/nginx")
    Path nginx();

    /** The database server that holds the tenants' databases, when it is not the manager's own. */
    Optional<String> tenantDatabaseUrl();
}
