package ai.nominate.tenantmgr.tenant;

import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.kernel.PublicAddress;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * Tells whether a slug or a host name is taken, and by whom if the actor may access that tenant. Reserves nothing: the creation of
 * a tenant decides.
 */
@ApplicationScoped
public class TakenNames {
    private static final String SLUG = "select id, name from tenant where slug = $1";
    private static final String HOST =
            "select t.id, t.name from tenant_host h join tenant t on t.id = h.tenant_id where h.host = $1";

    private final Pool pool;
    private final PublicAddress address;

    TakenNames(Pool pool, PublicAddress address) {
        this.pool = pool;
        this.address = address;
    }

    /** @return who has it, in words; empty if it is free, and so is the local host name that it brings */
    public Uni<Optional<String>> slug(TenantSlug slug, Actor actor) {
        return ask(SLUG, slug.value(), slug.value(), actor)
                .flatMap(taken -> taken.isPresent()
                        ? Uni.createFrom().item(taken)
                        : address.local(slug)
                                .map(local -> host(local, actor))
                                .orElse(Uni.createFrom().item(Optional.empty())));
    }

    /** @return who has it, in words; empty if it is free */
    public Uni<Optional<String>> host(DomainName host, Actor actor) {
        return ask(HOST, host.value(), host.value(), actor);
    }

    private Uni<Optional<String>> ask(String sql, String value, String shown, Actor actor) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(value))
                .map(rows -> owner(rows, actor).map(name -> shown + " belongs to " + name));
    }

    private static Optional<String> owner(RowSet<Row> rows, Actor actor) {
        if (rows.size() == 0) {
            return Optional.empty();
        }
        Row row = rows.iterator().next();
        UUID id = row.getUUID("id");
        return Optional.of(actor.canAccess(id) ? row.getString("name") : "another tenant");
    }
}
