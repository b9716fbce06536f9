package ai.nominate.tenantmgr.alert;

import ai.nominate.tenantmgr.alert.channel.ChannelKind;
import ai.nominate.tenantmgr.alert.channel.HookUrl;
import ai.nominate.tenantmgr.kernel.DisplayText;
import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The request to make a channel or to change it. Its kind stays. */
@Schema(name = "AlertChannelChange")
record ChannelChange(
        @Schema(description = "Name, 1 to 60 characters, unique", required = true, examples = "On call")
        String name,

        @Schema(
                description = "How it sends; slack also suits what takes Slack's incoming webhooks",
                required = true,
                enumeration = {"email", "webhook", "slack"})
        String kind,

        @Schema(description = "Whether messages are sent; default: true", examples = "true")
        Boolean enabled,

        @Schema(description = "Receivers of e-mail, 1 to 20", examples = "[\"ops@example.org\"]")
        List<String> addresses,

        @Schema(
                description =
                        "Address of a webhook, https. For slack it is a secret: it is stored encrypted and never returned; "
                                + "leave it out to keep it",
                examples = "https://hooks.example.org/alerts")
        String url,

        @Schema(
                description =
                        "Secret that signs the requests of a webhook, 16 to 200 ASCII characters; default: the stored one, "
                                + "or a new one when there is none, which is returned once",
                format = "password",
                examples = "a-secret-of-your-own")
        String secret) {
    private static final int MOST_RECEIVERS = 20;
    private static final String EMAIL =
            "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?";

    /**
     * @param present the channel that is changed; null for a new one
     * @throws ai.nominate.tenantmgr.kernel.ProblemException naming each invalid field
     */
    ChannelKind check(ChannelRow present) {
        Fields fields = new Fields();
        fields.required("name", name, text -> DisplayText.line(text, 60));
        ChannelKind channel = fields.required("kind", kind, ChannelKind::of);
        if (channel != null && present != null && present.channelKind() != channel) {
            fields.add("kind", "cannot be changed; make another channel");
        } else if (channel != null) {
            check(channel, present, fields);
        }
        fields.throwIfInvalid();
        return channel;
    }

    private void check(ChannelKind channel, ChannelRow present, Fields fields) {
        switch (channel) {
            case EMAIL -> fields.required("addresses", addresses, ChannelChange::receivers);
            case WEBHOOK -> {
                fields.required("url", url, HookUrl::of);
                fields.optional("secret", secret, ChannelChange::secret);
            }
            case SLACK -> {
                if (present == null) {
                    fields.required("url", url, HookUrl::of);
                } else {
                    fields.optional("url", url, HookUrl::of);
                }
            }
        }
    }

    boolean isEnabled() {
        return enabled == null || enabled;
    }

    String cleanName() {
        return DisplayText.line(name, 60);
    }

    /** What is stored beside the secret; null for Slack. */
    String target(ChannelKind channel) {
        return switch (channel) {
            case EMAIL -> String.join(",", addresses);
            case WEBHOOK -> url;
            case SLACK -> null;
        };
    }

    private static List<String> receivers(List<String> addresses) {
        boolean isValid = !addresses.isEmpty()
                && addresses.size() <= MOST_RECEIVERS
                && addresses.stream().allMatch(address -> address != null && address.matches(EMAIL));
        if (!isValid) {
            throw new InvalidValue("must be 1 to " + MOST_RECEIVERS + " e-mail addresses such as ops@example.org");
        }
        return addresses;
    }

    private static String secret(String text) {
        if (!text.matches("[!-~]{16,200}")) {
            throw new InvalidValue("must be 16 to 200 ASCII characters without spaces");
        }
        return text;
    }

    /** Without what is secret. */
    @Override
    public String toString() {
        return "ChannelChange[" + name + "]";
    }
}
