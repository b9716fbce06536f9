package ai.nominate.tenantmgr.kernel.mask;

import ai.nominate.tenantmgr.kernel.Secret;
import java.util.List;
import java.util.UUID;

/** A feature that stores secrets which a tenant's programs may print: each feature registers one as a bean. */
public interface KnownSecrets {
    /** Those of a tenant, also of one that is being deleted. Leaves out what cannot be decrypted. Blocks. */
    List<Secret> of(UUID tenant);
}
