package ai.nominate.tenantmgr.certificate;

import ai.nominate.tenantmgr.certificate.acme.AcmeOrder;
import ai.nominate.tenantmgr.certificate.acme.OrderMemory;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.DomainName;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** The order under way of a tenant, in its row. */
record StoredOrder(UUID tenant, Permit permit) implements OrderMemory {
    static final String NONE = "orderUrl = null, orderDirectory = null, orderNames = null";

    @Override
    public Optional<AcmeOrder> present() {
        IssuanceRow row = Reactive.transaction(() -> IssuanceRow.of(tenant));
        return row.orderUrl == null
                ? Optional.empty()
                : Optional.of(new AcmeOrder(
                        URI.create(row.orderDirectory),
                        Arrays.stream(row.orderNames).map(DomainName::new).toList(),
                        URI.create(row.orderUrl)));
    }

    @Override
    public void remember(AcmeOrder order) {
        String[] names = order.names().stream().map(DomainName::value).toArray(String[]::new);
        permit.transaction(() -> IssuanceRow.change(
                tenant,
                "orderUrl = ?2, orderDirectory = ?3, orderNames = ?4",
                order.url().toString(),
                order.directory().toString(),
                names));
    }

    @Override
    public void forget() {
        permit.transaction(() -> IssuanceRow.change(tenant, NONE));
    }
}
