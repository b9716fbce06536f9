package ai.nominate.tenantmgr.host.unit;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.ServiceName;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.kernel.TenantSlug;

/** Identifies one service in one slot of one tenant: {@code acme/a/backend}. */
public record UnitId(TenantSlug slug, Slot slot, ServiceName service) {
    /** @throws InvalidValue if the text is not a unit id */
    static UnitId of(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 3) {
            throw new InvalidValue("must be a slug, a slot and a service");
        }
        return new UnitId(new TenantSlug(parts[0]), Slot.of(parts[1]), ServiceName.of(parts[2]));
    }

    @Override
    public String toString() {
        return slug + "/" + slot + "/" + service;
    }
}
