package ai.nominate.tenantmgr.auth.credential;

import ai.nominate.tenantmgr.kernel.Role;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who a credential speaks for, as the rows say.
 *
 * @param name as it is written into records: the user's, and behind a stroke the token's
 * @param tenants the only ones that exist for it; empty when all do
 * @param session null when it is an API token
 * @param epoch the account's, for what is made with it
 */
public record CredentialOwner(UUID user, String name, Role role, Optional<Set<UUID>> tenants, UUID session, int epoch) {
    public boolean isPerson() {
        return session != null;
    }
}
