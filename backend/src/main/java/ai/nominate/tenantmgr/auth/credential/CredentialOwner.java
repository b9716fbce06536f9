package ai.nominate.tenantmgr.auth.credential;

import ai.nominate.tenantmgr.kernel.Role;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The owner of a credential, from the database.
 *
 * @param name name in audit and history: the user's, followed by a slash and the token's name for a token
 * @param tenants the tenants it may access; empty means all
 * @param session null for an API token
 * @param epoch the account's epoch, for credentials derived from this one
 * @param expiresAt when the credential ends by itself; null for an API token without expiry
 */
public record CredentialOwner(
        UUID user, String name, Role role, Optional<Set<UUID>> tenants, UUID session, int epoch, Instant expiresAt) {
    public boolean isPerson() {
        return session != null;
    }
}
