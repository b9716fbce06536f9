package ai.nominate.tenantmgr.alert.channel;

import ai.nominate.tenantmgr.kernel.Secret;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The bodies of webhooks, and their signature: HMAC-SHA-256 in hexadecimal, as GitHub signs. */
final class HookBody {
    private static final String ALGORITHM = "HmacSHA256";

    private HookBody() {}

    static byte[] json(Notice notice) {
        JsonObject alert = new JsonObject()
                .put("id", notice.alert() == null ? null : notice.alert().toString())
                .put("kind", notice.kind())
                .put("severity", notice.severity())
                .put("title", notice.title())
                .put("detail", notice.detail())
                .put("tenant", notice.tenant())
                .put("server", notice.server())
                .put("beganAt", notice.began().toString())
                .put("endedAt", notice.ended() == null ? null : notice.ended().toString());
        return bytes(new JsonObject()
                .put("id", notice.delivery().toString())
                .put("event", "alert." + notice.phase())
                .put("alert", alert)
                .put("url", notice.link()));
    }

    /** In Slack's markup, which knows three characters to escape. */
    static byte[] slack(Notice notice) {
        String text = "*" + escaped(notice.headline()) + "*\n" + escaped(notice.detail())
                + (notice.link() == null ? "" : "\n<" + notice.link() + "|Open the alert>");
        return bytes(new JsonObject().put("text", text));
    }

    static String signature(Secret secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static byte[] bytes(JsonObject json) {
        return json.encode().getBytes(StandardCharsets.UTF_8);
    }
}
