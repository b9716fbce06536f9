package ai.nominate.tenantmgr.host.file;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The directory layout of the home. The only place that knows it, so that all packages use the same paths.
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

    /** Homes and temporary files of running builds. */
    public Path builds() {
        return root.resolve("builds");
    }

    public Path tenants() {
        return root.resolve("tenants");
    }

    /** Kept files of deleted tenants. */
    public Path kept() {
        return root.resolve("kept");
    }

    /** Backups of tenants, by tenant; those of deleted ones too. */
    public Path backups() {
        return root.resolve("backups");
    }

    /** Dumps of databases, taken before breaking migrations. */
    public Path dumps() {
        return root.resolve("dumps");
    }

    public Path nginx() {
        return root.resolve("nginx");
    }

    /** Challenge files for an ACME server, served for any host. */
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

    /** The keys of backups. */
    public Path backupKeys() {
        return keys().resolve("backup.json");
    }

    /** Signing keys of access tokens. */
    public Path signingKeys() {
        return keys().resolve("jwt.json");
    }

    /** The header with which NGINX authenticates to the API, in NGINX's syntax. */
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

    /** The newest head of the audit log's chain that this manager has seen. */
    public Path auditHead() {
        return root.resolve("audit-head");
    }

    public Path adminPassword() {
        return root.resolve("admin-password");
    }

    /** The directories by what lies there, the home first: for people who look after their disks. */
    public Map<String, Path> directories() {
        Map<String, Path> directories = new LinkedHashMap<>();
        directories.put("home", root);
        directories.put("releases", releases());
        directories.put("builds", builds());
        directories.put("tenants", tenants());
        directories.put("kept", kept());
        directories.put("dumps", dumps());
        directories.put("backups", backups());
        directories.put("nginx", nginx());
        directories.put("certificates", certificates());
        directories.put("database", postgres());
        directories.put("logs", logs());
        return directories;
    }
}
