package ai.nominate.tenantmgr.host.file;

import java.nio.file.Path;

/**
 * Where all state lies. The only place that knows the layout, so that no two packages spell a path differently.
 *
 * @param root absolute
 */
public record Home(Path root) {
    public Home {
        root = root.toAbsolutePath().normalize();
    }

    public Path releases() {
        return root.resolve("releases");
    }

    public Path tenants() {
        return root.resolve("tenants");
    }

    /** What was kept of tenants that are gone. */
    public Path kept() {
        return root.resolve("kept");
    }

    public Path nginx() {
        return root.resolve("nginx");
    }

    /** Challenge files that answer an ACME server, served for any host. */
    public Path acme() {
        return root.resolve("acme");
    }

    public Path certificates() {
        return root.resolve("certificates");
    }

    public Path keys() {
        return root.resolve("keys");
    }

    /** The keys for secrets. */
    public Path secretKeys() {
        return keys().resolve("secrets.json");
    }

    /** The keys of access tokens. */
    public Path signingKeys() {
        return keys().resolve("jwt.json");
    }

    /** The header by which the API knows our own NGINX, in the words of NGINX. */
    public Path proxyHeader() {
        return keys().resolve("nginx-proxy.conf");
    }

    public Path postgres() {
        return root.resolve("pg");
    }

    public Path run() {
        return root.resolve("run");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    /** The number of this home, made once. Not among the keys, which are copied to other homes. */
    public Path installation() {
        return root.resolve("installation");
    }

    public Path adminPassword() {
        return root.resolve("admin-password");
    }
}
