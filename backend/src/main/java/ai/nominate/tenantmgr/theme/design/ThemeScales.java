package ai.nominate.tenantmgr.theme.design;

import ai.nominate.tenantmgr.theme.scale.Scale;
import ai.nominate.tenantmgr.theme.scale.Scales;
import java.util.LinkedHashMap;
import java.util.Map;

/** The scales of a theme. Without a colour of its own, secondary and accent are the primary. */
public record ThemeScales(Scale primary, Scale secondary, Scale accent, Scale neutral) {
    static ThemeScales of(Palette palette) {
        Scale primary = Scales.of(palette.primary());
        Scale secondary = palette.secondary().map(Scales::of).orElse(primary);
        return new ThemeScales(
                primary,
                secondary,
                palette.accent().map(Scales::of).orElse(secondary),
                palette.neutral().scale(palette.primary()));
    }

    /** By the names that they have in JSON and in CSS. */
    public Map<String, Scale> byName() {
        Map<String, Scale> all = new LinkedHashMap<>();
        all.put("primary", primary);
        all.put("secondary", secondary);
        all.put("accent", accent);
        all.put("neutral", neutral);
        return all;
    }
}
