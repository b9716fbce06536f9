package ai.nominate.tenantmgr.analysis.claude;

import java.util.Base64;

/** An image for the provider. */
record Picture(String mediaType, byte[] data) {
    static Picture png(byte[] data) {
        return new Picture("image/png", data);
    }

    String base64() {
        return Base64.getEncoder().encodeToString(data);
    }
}
