package ai.nominate.tenantmgr.theme.design;

import ai.nominate.tenantmgr.theme.colour.Srgb;
import java.util.Optional;

/**
 * The contrast of one pair.
 *
 * @param ratio of WCAG 2, not rounded
 * @param apca Lc of APCA, for information
 * @param repair empty if the pair passes
 */
public record Finding(
        Scheme scheme, Pair pair, Srgb front, Srgb ground, double ratio, double apca, Optional<Repair> repair) {
    public boolean passes() {
        return ratio >= pair.required();
    }
}
