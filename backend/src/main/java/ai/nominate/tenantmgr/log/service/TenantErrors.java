package ai.nominate.tenantmgr.log.service;

import ai.nominate.tenantmgr.host.file.LogPage;
import ai.nominate.tenantmgr.host.unit.UnitId;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.nginx.FailedRequest;
import ai.nominate.tenantmgr.nginx.FailedRequests;
import ai.nominate.tenantmgr.server.OwnerAnswer;
import ai.nominate.tenantmgr.server.OwnerClient;
import ai.nominate.tenantmgr.server.OwnerQuestion;
import ai.nominate.tenantmgr.slot.TenantServices;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** What went wrong in a tenant's services and for its visitors, as the manager of its server reads it. Blocks. */
@ApplicationScoped
public class TenantErrors implements OwnerAnswer<TenantErrors.Asked, TenantErrors.Found> {
    private static final OwnerQuestion<Asked, Found> QUESTION =
            new OwnerQuestion<>("tenant.errors", Asked.class, Found.class, OwnerQuestion.QUICKLY);
    private static final int LOOKED_AT = 2000;
    private static final int MOST = 300;

    private final TenantServices services;
    private final FailedRequests requests;
    private final OwnerClient owner;

    TenantErrors(TenantServices services, FailedRequests requests, OwnerClient owner) {
        this.services = services;
        this.requests = requests;
        this.owner = owner;
    }

    record Asked(String slug) {}

    record Found(List<ServiceLine> lines, List<FailedRequest> requests) {}

    Found of(TenantSnapshot tenant) {
        return owner.ask(tenant.server(), QUESTION, new Asked(tenant.slug().value()));
    }

    @Override
    public OwnerQuestion<Asked, Found> question() {
        return QUESTION;
    }

    @Override
    public Found answer(Asked asked) {
        TenantSlug slug = new TenantSlug(asked.slug());
        List<ServiceLine> lines = services.statuses(slug).stream()
                .flatMap(status -> complaints(status.id()))
                .toList();
        return new Found(lines, requests.of(slug, MOST));
    }

    private Stream<ServiceLine> complaints(UnitId id) {
        LogPage end = services.endOfLog(id.slug(), id.slot(), id.service(), LOOKED_AT);
        List<ServiceLine> found = ServiceLine.of(id.service(), id.slot(), end)
                .filter(ServiceLine::complains)
                .toList();
        return found.stream().skip(Math.max(0, found.size() - MOST));
    }
}
