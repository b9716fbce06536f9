package ai.nominate.tenantmgr.log.service;

import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.ServiceName;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.log.service.ServiceOutput.Asked;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import ai.nominate.tenantmgr.web.PageRequest;

/**
 * The checked parameters of a request for lines.
 *
 * @param cursor null for the last lines
 * @param line the place of the line around which is read, or null
 */
record ServiceLogRequest(ServiceName service, Slot slot, String cursor, String line, int limit) {
    private static final int MOST = 1000;
    private static final int USUAL = 200;

    /** @throws ai.nominate.tenantmgr.kernel.ProblemException naming each invalid parameter */
    static ServiceLogRequest of(String service, String slot, String cursor, String line, String limit) {
        Fields fields = new Fields();
        ServiceName name = fields.optional("service", empty(service), ServiceName::of);
        Slot one = fields.optional("slot", empty(slot), Slot::of);
        String after = fields.optional("afterCursor", empty(cursor), ServiceLogRequest::cursor);
        String place = fields.optional("line", empty(line), text -> line(text, name, one, after));
        Integer most = fields.optional("limit", limit, text -> PageRequest.number(text, 1, MOST));
        fields.throwIfInvalid();
        return new ServiceLogRequest(name, one, after, place, most == null ? USUAL : most);
    }

    private static String cursor(String text) {
        return text.equals(ServiceCursor.BEGIN) ? text : ServiceCursor.of(text).toString();
    }

    private static String line(String text, ServiceName service, Slot slot, String after) {
        ServiceCursor line = ServiceCursor.ofLine(text);
        if (service != null && !line.service().equals(service) || slot != null && line.slot() != slot) {
            throw new InvalidValue("must be a line of this service and slot");
        }
        if (after != null) {
            throw new InvalidValue("must not be given with afterCursor");
        }
        return line.toString();
    }

    private static String empty(String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    /** The wanted slot, else the live one; null when there is neither. */
    String slot(TenantSnapshot tenant) {
        return slot == null ? tenant.live().map(Slot::id).orElse(null) : slot.id();
    }

    Asked asked(TenantSnapshot tenant, String from, int most) {
        return new Asked(tenant.slug().value(), slot(tenant), service == null ? null : service.id(), from, most, 0);
    }
}
