package ai.nominate.tenantmgr.log.service;

import ai.nominate.tenantmgr.host.file.LogPage;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.ServiceName;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.log.service.ServiceCursor.Place;
import ai.nominate.tenantmgr.log.service.ServiceOutput.Read;
import ai.nominate.tenantmgr.server.OwnerAnswer;
import ai.nominate.tenantmgr.server.OwnerClient;
import ai.nominate.tenantmgr.server.OwnerQuestion;
import ai.nominate.tenantmgr.slot.TenantServices;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import jakarta.enterprise.context.ApplicationScoped;

/** One line that a service printed with those beside it, as the manager of its server reads them. Blocks. */
@ApplicationScoped
public class LineSurroundings implements OwnerAnswer<LineSurroundings.Asked, Read> {
    private static final OwnerQuestion<Asked, Read> QUESTION =
            new OwnerQuestion<>("tenant.log.line", Asked.class, Read.class, OwnerQuestion.QUICKLY);

    private final TenantServices services;
    private final ServiceOutput output;
    private final OwnerClient owner;

    LineSurroundings(TenantServices services, ServiceOutput output, OwnerClient owner) {
        this.services = services;
        this.output = output;
        this.owner = owner;
    }

    /**
     * @param line the {@link ServiceCursor#ofLine} of the line
     * @param alone whether only its service is followed from there, and not all of the slot
     * @param limit of lines; half of them come before the line
     */
    record Asked(String slug, String line, boolean alone, int limit) {}

    /** @throws ProblemException {@link LogProblem#LINE_GONE} */
    Read of(TenantSnapshot tenant, ServiceLogRequest request) {
        Asked asked = new Asked(tenant.slug().value(), request.line(), request.service() != null, request.limit());
        Read read = owner.ask(tenant.server(), QUESTION, asked);
        if (read.items().isEmpty()) {
            throw new ProblemException(LogProblem.LINE_GONE, "The log has been cut or begun anew since this line");
        }
        return read;
    }

    @Override
    public OwnerQuestion<Asked, Read> question() {
        return QUESTION;
    }

    @Override
    public Read answer(Asked asked) {
        TenantSlug slug = new TenantSlug(asked.slug());
        ServiceCursor line = ServiceCursor.ofLine(asked.line());
        Slot slot = line.slot();
        ServiceName service = line.service();
        LogPage page = page(slug, line, asked.limit());
        // The other services are followed from now on: what they print has no time by which it could be put beside the
        // line.
        ServiceCursor now = asked.alone() ? line : output.end(slug, slot);
        return new Read(
                ServiceLine.of(service, slot, page).toList(),
                asked.line(),
                now.with(service, new Place(page.cursor(), 0)).toString(),
                false);
    }

    private LogPage page(TenantSlug slug, ServiceCursor line, int limit) {
        String place = line.place(line.service()).cursor();
        int before = limit / 2;
        try {
            return services.logAround(slug, line.slot(), line.service(), place, before, limit - before);
        } catch (InvalidValue e) { // of the other driver, which this server had before
            return LogPage.empty("");
        }
    }
}
