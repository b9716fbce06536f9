package ai.nominate.tenantmgr.tenantapi;

import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.tenant.SlotStatus;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tenant's two slots. */
record SlotsView(
        @Schema(description = "The live slot, a or b") String live,

        @Schema(description = "Slot a", required = true) SlotView a,
        @Schema(description = "Slot b", required = true) SlotView b) {

    record SlotView(
            @Schema(description = "Release id") String release,

            @Schema(
                    description = "Status",
                    required = true,
                    enumeration = {"empty", "preparing", "running", "stopped", "failed"})
            String status) {

        static SlotView of(TenantSnapshot.SlotContent content) {
            return new SlotView(content.release().orElse(null), content.status().id());
        }
    }

    /** @param status null for a slot that was never filled */
    static SlotView slot(String release, String status) {
        return new SlotView(release, status == null ? SlotStatus.EMPTY.id() : status);
    }

    static SlotsView of(TenantSnapshot tenant) {
        return new SlotsView(
                tenant.live().map(Slot::id).orElse(null),
                SlotView.of(tenant.slot(Slot.A)),
                SlotView.of(tenant.slot(Slot.B)));
    }
}
