package ai.nominate.tenantmgr.backup.bundle;

import ai.nominate.tenantmgr.kernel.ProblemException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;

/** The text of a manifest. */
final class ManifestJson {
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT);

    private ManifestJson() {}

    static byte[] write(BundleManifest manifest) {
        try {
            return JSON.writeValueAsBytes(manifest);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws ProblemException if it has a newer format, or is no manifest */
    static BundleManifest read(byte[] text) {
        try {
            JsonNode tree = JSON.readTree(text);
            int format = tree.path("format").asInt();
            if (format > BundleManifest.FORMAT) {
                throw new ProblemException(
                        BundleProblem.NEWER_FORMAT,
                        "It has format " + format + ", and this version reads up to " + BundleManifest.FORMAT
                                + ". Update Tenant Manager");
            }
            BundleManifest manifest = JSON.treeToValue(tree, BundleManifest.class);
            if (format < 1 || manifest.backupId() == null || manifest.tenantId() == null || manifest.signer() == null) {
                throw new ProblemException(BundleProblem.ALTERED, "Its manifest lacks what every manifest has");
            }
            return manifest;
        } catch (IOException e) {
            throw new ProblemException(BundleProblem.ALTERED, "Its manifest is not readable");
        }
    }
}
