package ai.nominate.tenantmgr.database;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

class DatabaseBeans {
    @Produces
    @Singleton
    DatabaseServer server(@ConfigProperty(name = "tenantmgr.tenant-database-url") String url) {
        return DatabaseServer.of(url);
    }
}
