package ai.nominate.tenantmgr.web;

import ai.nominate.tenantmgr.kernel.Actor;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Which tenant somebody means, for those who may not know what a tenant is. */
public interface TenantLookup {
    /**
     * In the caller's session.
     *
     * @param idOrSlug a UUID, or the slug
     * @return null when there is none, or none that the actor sees
     */
    Uni<UUID> find(String idOrSlug, Actor actor);
}
