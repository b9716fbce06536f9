package ai.nominate.tenantmgr.theme;

import ai.nominate.tenantmgr.audit.Change;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import java.util.Map;
import java.util.TreeMap;

/** Audit form of a change of theme: what was decided, not the colours that follow from it. */
final class ThemeAudit {
    private ThemeAudit() {}

    static Change changed(TenantSnapshot tenant, ThemeRow before, ThemeRow after) {
        return Change.updated("theme.change", tenant.slug().value(), tenant.id(), state(before), state(after));
    }

    private static Map<String, Object> state(ThemeRow row) {
        Map<String, Object> state = new TreeMap<>();
        state.put("version", row == null ? 0 : row.version);
        if (row == null) {
            return state;
        }
        if (row.content != null) {
            PaletteView palette = row.content.palette();
            state.put("primary", palette.primary());
            state.put("secondary", palette.secondary());
            state.put("accent", palette.accent());
            state.put("neutral", palette.neutral());
            state.put("radius", row.content.radius());
            state.put(
                    "fonts",
                    row.content.fonts().heading() + ", " + row.content.fonts().body());
            state.put("chosen", row.content.light().size() + row.content.dark().size());
            state.put("brandOverride", row.content.brandOverride());
        }
        state.put("logo", row.logo);
        state.put("reason", row.reason);
        return state;
    }
}
