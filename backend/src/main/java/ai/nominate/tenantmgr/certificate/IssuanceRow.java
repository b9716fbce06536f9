package ai.nominate.tenantmgr.certificate;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What is known of a tenant's certificates beside those it has: see the table's comments. */
@Entity
@Table(name = "tenant_certificate")
class IssuanceRow extends PanacheEntityBase {
    static final String AUTOMATIC = "automatic";
    static final String OWN = "own";

    private static final String MAKE = """
            insert into tenant_certificate (tenant_id) select id from tenant where id = :tenant on conflict do nothing""";

    @Id
    UUID tenantId;

    String mode;
    String orderUrl;
    String orderDirectory;
    String[] orderNames;
    String[] stagedNames;
    int failures;
    String failure;
    Instant failedAt;
    Instant attemptAt;
    Instant heldUntil;
    UUID askedRun;
    String dns;
    Instant dnsAt;
    String servedSerial;
    Instant servedAt;
    Instant lookAt;

    /** The row, or what it would say if it existed. */
    static Uni<IssuanceRow> of(UUID tenant) {
        return IssuanceRow.<IssuanceRow>findById(tenant)
                .map(row -> Optional.ofNullable(row).orElseGet(() -> blank(tenant)));
    }

    /** Changes the row, which is made if it does not exist. @param change HQL, with parameters from ?2 on */
    static Uni<Integer> change(UUID tenant, String change, Object... values) {
        Object[] parameters = new Object[values.length + 1];
        parameters[0] = tenant;
        System.arraycopy(values, 0, parameters, 1, values.length);
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(MAKE)
                        .setParameter("tenant", tenant)
                        .executeUpdate())
                .flatMap(made -> update(change + " where tenantId = ?1", parameters));
    }

    boolean isOwn() {
        return mode.equals(OWN);
    }

    private static IssuanceRow blank(UUID tenant) {
        IssuanceRow row = new IssuanceRow();
        row.tenantId = tenant;
        row.mode = AUTOMATIC;
        return row;
    }
}
