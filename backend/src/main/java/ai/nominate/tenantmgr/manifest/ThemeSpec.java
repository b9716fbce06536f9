package ai.nominate.tenantmgr.manifest;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import java.util.Optional;

/** The paths of a tenant's own style sheet and logo, which take precedence over the routes. Must differ. */
public record ThemeSpec(Optional<String> css, Optional<String> logo) {
    public static final ThemeSpec NONE = new ThemeSpec(Optional.empty(), Optional.empty());

    public ThemeSpec {
        css.ifPresent(TextRule.THEME::require);
        logo.ifPresent(TextRule.THEME::require);
        if (css.isPresent() && css.equals(logo)) {
            throw new InvalidValue(TextRule.SAME_PATH);
        }
    }
}
