package ai.nominate.tenantmgr.webhook.forge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Deliveries with the headers and bodies that the forges document. */
public final class Samples {
    private static final Map<Forge, String> EVENT_HEADERS =
            Map.of(Forge.GITHUB, "X-GitHub-Event", Forge.GITLAB, "X-Gitlab-Event", Forge.GITEA, "X-Gitea-Event");

    private Samples() {}

    /** The body of a push to main by ada: Mend the form. */
    public static String push(Forge forge) {
        try {
            return Files.readString(Path.of("src/test/resources/webhook/" + forge.id() + "-push.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String pushEvent(Forge forge) {
        return forge == Forge.GITLAB ? "Push Hook" : "push";
    }

    /** The headers that a forge sends with a body. */
    public static Map<String, String> headers(Forge forge, String event, String secret, String body) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put(EVENT_HEADERS.get(forge), event);
        headers.put("Content-Type", "application/json");
        switch (forge) {
            case GITHUB -> headers.put("X-Hub-Signature-256", "sha256=" + mac(secret, body));
            case GITEA -> headers.put("X-Gitea-Signature", mac(secret, body));
            case GITLAB -> headers.put("X-Gitlab-Token", secret);
        }
        return headers;
    }

    public static String form(String json) {
        return "payload=" + URLEncoder.encode(json, StandardCharsets.UTF_8);
    }

    static Delivery delivery(Forge forge, Map<String, String> headers, boolean isForm, String body) {
        return new Delivery(forge, headers::get, isForm, body.getBytes(StandardCharsets.UTF_8));
    }

    private static String mac(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
