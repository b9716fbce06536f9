package ai.nominate.tenantmgr.analysis.logo;

import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.theme.logo.Logo;
import ai.nominate.tenantmgr.theme.logo.LogoReader;
import java.util.Optional;

/**
 * A picture of a page that a tenant could have as its logo.
 *
 * @param id that of the evidence
 */
public record FoundLogo(String id, Logo logo) {
    /**
     * Reads a file of a page as if somebody had uploaded it. Blocks for as long as it takes to decode it.
     *
     * @return nothing if it is no PNG, JPEG or SVG that can be shown
     */
    public static Optional<FoundLogo> of(String id, byte[] file) {
        try {
            return Optional.of(new FoundLogo(id, LogoReader.read(file)));
        } catch (ProblemException unusable) {
            return Optional.empty();
        }
    }
}
