package ai.nominate.tenantmgr.webhook.forge;

import ai.nominate.tenantmgr.kernel.Secret;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A request of a forge, not yet trusted.
 *
 * @param header the value of a header by its name; null if the request does not have it
 * @param isForm whether the body is a form with the field {@code payload}; otherwise it is JSON
 * @param body as it came, byte by byte
 */
public record Delivery(Forge forge, UnaryOperator<String> header, boolean isForm, byte[] body) {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String FIELD = "payload=";

    /**
     * Whether the sender knows the secret. Takes the same time for every wrong proof.
     *
     * @param secret not empty
     */
    public boolean isFrom(Secret secret) {
        String proof = header.apply(forge.proofHeader());
        if (proof == null || secret.reveal().isEmpty()) {
            return false;
        }
        return switch (forge) {
            case GITLAB -> isSame(proof, secret.reveal());
            case GITHUB -> isSame(proof, forge.proofPrefix() + mac(secret, body));
            // Gitea signs the field of a form, not the form
            case GITEA -> isSame(proof, mac(secret, body)) || isForm && isSame(proof, mac(secret, json()));
        };
    }

    /** Whether it proves anything; what does not is no delivery of a forge. */
    public boolean hasProof() {
        return header.apply(forge.proofHeader()) != null;
    }

    /** The kind of the event in the forge's words; empty if it is not given. */
    public String event() {
        String event = header.apply(forge.eventHeader());
        return event == null ? "" : event;
    }

    /** A digest of the body, equal for equal bodies only. */
    public String digest() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The JSON of the body; empty if the form has no field for it. */
    byte[] json() {
        return isForm
                ? Arrays.stream(new String(body, StandardCharsets.UTF_8).split("&"))
                        .filter(pair -> pair.startsWith(FIELD))
                        .findFirst()
                        .map(pair -> decoded(pair.substring(FIELD.length())))
                        .orElse("")
                        .getBytes(StandardCharsets.UTF_8)
                : body;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static String mac(Secret secret, byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
