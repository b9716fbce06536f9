package ai.nominate.tenantmgr.web;

import ai.nominate.tenantmgr.kernel.Actor;


import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Resolves a tenant for packages that must not depend on {@code tenant}. */
public interface TenantLookup {
    /**
     * Runs in the caller's session.
     *
     * @param idOrSlug a UUID, or the slug
     * @return null if there is no such tenant, or the actor has no access to it
     */
    Uni<UUID> find(String idOrSlug, Actor actor);
}
