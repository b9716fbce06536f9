package ai.nominate.tenantmgr.tenantapi;

import ai.nominate.tenantmgr.kernel.EnvKey;
import ai.nominate.tenantmgr.manifest.Manifest;
import ai.nominate.tenantmgr.release.SourcePreview;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer for each field that was asked for; null for the others. */
@Schema(name = "TenantCheckResult")
record TenantCheckView(
        @Schema(description = "The slug") Field slug,

        @Schema(description = "The domain") Field domain,

        @Schema(description = "The additional host names, in the order of the request")
        List<Field> aliases,

        @Schema(description = "The port pair") Field ports,

        @Schema(description = "The source") Source source) {

    @Schema(name = "FieldCheck")
    record Field(
            @Schema(description = "Whether a tenant could be created with it now", required = true)
            boolean ok,

            @Schema(description = "Why not, for a user; null if it is ok", examples = "acme belongs to Acme Ltd")
            String reason,

            @Schema(description = "What is unusual about it, although it is accepted; null if nothing is")
            String warning) {

        static Field good(String warning) {
            return new Field(true, null, warning);
        }

        static Field refused(String reason) {
            return new Field(false, reason, null);
        }
    }

    @Schema(name = "SourceCheck")
    record Source(
            @Schema(
                    description = "Whether it can be reached and its manifest is valid, as far as that was seen",
                    required = true)
            boolean ok,

            @Schema(
                    description = "The part of the source that is wrong; null if it is ok",
                    enumeration = {"kind", "location", "ref", "credential"})
            String field,

            @Schema(description = "Why it is wrong, for a user; null if it is ok")
            String reason,

            @Schema(description = "Branches of a repository by name, at most 200", required = true)
            List<String> branches,

            @Schema(description = "Default branch; null if there is none or the server does not tell it")
            String defaultBranch,

            @Schema(
                    description =
                            "Name of the core application, from its manifest; null if the source is not ok, or too "
                                    + "large for a look")
            String name,

            @Schema(description = "Variables that need a value before a tenant is deployed", required = true)
            List<String> required) {

        static Source of(SourcePreview.Preview preview) {
            return new Source(
                    true,
                    null,
                    null,
                    preview.branches(),
                    preview.defaultBranch().orElse(null),
                    preview.manifest().map(Manifest::name).orElse(null),
                    preview.manifest().stream()
                            .flatMap(manifest -> manifest.env().required().stream())
                            .map(EnvKey::value)
                            .toList());
        }

        static Source refused(String field, String reason) {
            return new Source(false, field, reason, List.of(), null, null, List.of());
        }
    }
}
