package ai.nominate.tenantmgr.database;

import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Secret;
import ai.nominate.tenantmgr.settings.SecretBox;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.UUID;

/** The passwords of the tenants' roles, encrypted. Blocks. */
@ApplicationScoped
class DatabasePasswords {
    private final SecretBox secrets;
    private final Clock clock;

    DatabasePasswords(SecretBox secrets, Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    boolean has(UUID tenant) {
        return Reactive.transaction(() -> StoredDatabase.count("tenantId", tenant)) > 0;
    }

    /** @throws IllegalStateException if none was made */
    Secret of(UUID tenant) {
        StoredDatabase stored = Reactive.transaction(() -> StoredDatabase.<StoredDatabase>findById(tenant));
        if (stored == null) {
            throw new IllegalStateException("no database was prepared for tenant " + tenant);
        }
        return secrets.open(stored.password, associatedData(tenant));
    }

    /** @return whether there was none */
    boolean make(TenantSnapshot tenant, Permit permit) {
        if (has(tenant.id())) {
            return false;
        }
        permit.transaction(() -> {
            StoredDatabase made = new StoredDatabase();
            made.tenantId = tenant.id();
            made.serverId = tenant.server();
            made.name = DatabaseName.of(tenant.slug()).value();
            made.password = secrets.encrypt(random(), associatedData(tenant.id()));
            made.createdAt = clock.instant();
            return made.persist();
        });
        return true;
    }

    /** The location of the password; part of its encryption. */
    static String associatedData(UUID tenant) {
        return "tenant_database/" + tenant + "/password";
    }

    static Secret random() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }
}
