package ai.nominate.tenantmgr.analysis.logo;

import ai.nominate.tenantmgr.analysis.evidence.Logo;
import ai.nominate.tenantmgr.analysis.evidence.Snapshot;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A picture of the page that the tenant could have as its logo. */
@Schema(name = "AnalysisLogo")
public record FoundLogoView(
        @Schema(description = "Its id within the analysis", required = true, examples = "l0")
        String id,

        @Schema(description = "Its text on the page; empty if it has none", required = true, examples = "Acme")
        String alt,

        @Schema(
                description = "Media type; pictures of pixels are kept as PNG",
                required = true,
                enumeration = {"image/png", "image/svg+xml"})
        String mediaType,

        @Schema(description = "Width in pixels", required = true, examples = "240")
        int widthPx,

        @Schema(description = "Height in pixels", required = true, examples = "80")
        int heightPx,

        @Schema(description = "SHA-256 of the file; equals that of the tenant's logo while it is that", required = true)
        String hash,

        @Schema(
                description = "Whether it lies on a dark ground, so that it may not be seen on a light one",
                required = true)
        boolean onDark,

        @Schema(description = "Whether the extractor takes it for the logo of the page's owner", required = true)
        boolean likely,

        @Schema(
                description = "Address of the picture",
                required = true,
                examples = "/api/analyses/0197b0a4-7c11-7d62-9c3e-2f6a51c0de42/logos/l0")
        String url) {

    /**
     * The likely one first.
     *
     * @param likely the id of the extractor's choice; null if it has none
     */
    public static List<FoundLogoView> list(UUID analysis, List<FoundLogo> logos, Snapshot page, String likely) {
        return logos.stream()
                .map(found -> of(analysis, found, page, found.id().equals(likely)))
                .sorted((a, b) -> Boolean.compare(b.likely, a.likely))
                .toList();
    }

    private static FoundLogoView of(UUID analysis, FoundLogo found, Snapshot page, boolean isLikely) {
        Logo evidence = page == null
                ? null
                : page.logos().stream()
                        .filter(logo -> logo.id().equals(found.id()))
                        .findFirst()
                        .orElse(null);
        return new FoundLogoView(
                found.id(),
                evidence == null ? "" : evidence.alt(),
                found.logo().type().mediaType(),
                found.logo().width(),
                found.logo().height(),
                found.logo().hash(),
                evidence != null && evidence.onDark(),
                isLikely,
                "/api/analyses/" + analysis + "/logos/" + found.id());
    }
}
