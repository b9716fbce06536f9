package ai.nominate.tenantmgr.webhook;

import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.Secret;
import ai.nominate.tenantmgr.webhook.forge.Forge;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The request to turn a webhook on or to change it. */
@Schema(name = "WebhookChange")
record WebhookChange(
        @Schema(
                description = "The forge whose deliveries are taken; default: of each that knows the secret",
                enumeration = {"github", "gitlab", "gitea"})
        String forge,

        @Schema(
                description = "A secret of your own, 16 to 200 ASCII characters; default: the stored one, or a new one "
                        + "when there is none",
                format = "password",
                examples = "a-secret-of-your-own")
        String secret,

        @Schema(
                description = "Makes a new secret, which is returned once; the old one is not valid any more",
                examples = "false")
        Boolean replaceSecret,

        @Schema(
                description = "Reports deployments to the forge as a status of their commit; needs a source with an "
                        + "access token that may write statuses. Default: false",
                examples = "true")
        Boolean commitStatus,

        @Schema(
                description =
                        "Where people open this product, so that a status links to its deployment; default: no link",
                format = "uri",
                examples = "https://panel.example.org")
        String pageAddress) {
    private static final int LONGEST_ADDRESS = 300;

    /** @throws ai.nominate.tenantmgr.kernel.ProblemException naming each invalid field */
    void check() {
        Fields fields = new Fields();
        fields.optional("forge", forge, Forge::of);
        fields.optional("secret", secret, WebhookSecret::of);
        fields.optional("pageAddress", pageAddress, WebhookChange::page);
        if (secret != null && Boolean.TRUE.equals(replaceSecret)) {
            fields.add("replaceSecret", "makes a new secret; leave out secret, or this");
        }
        fields.throwIfInvalid();
    }

    /** The secret to store; empty if the stored one stays. */
    Optional<Secret> newSecret(boolean hasOne) {
        return secret != null
                ? Optional.of(WebhookSecret.of(secret))
                : hasOne && !Boolean.TRUE.equals(replaceSecret) ? Optional.empty() : Optional.of(WebhookSecret.make());
    }

    boolean reports() {
        return Boolean.TRUE.equals(commitStatus);
    }

    /** Without a slash at its end; null if none was given. */
    String page() {
        return pageAddress == null ? null : page(pageAddress);
    }

    private static String page(String text) {
        if (text.length() > LONGEST_ADDRESS || !text.matches("https?://[A-Za-z0-9.\\[\\]:-]+/?")) {
            throw new InvalidValue("must be an address such as https://panel.example.org, without a path");
        }
        return text.replaceAll("/$", "");
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "WebhookChange[" + forge + "]";
    }
}
