package ai.nominate.tenantmgr.alert.channel;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Sends a notice to where a channel leads. Blocks, for at most half a minute. */
@ApplicationScoped
public class Channels {
    private final MailSender mail;
    private final HookClient hooks;

    Channels(MailSender mail, HookClient hooks) {
        this.mail = mail;
        this.hooks = hooks;
    }

    /** Makes one try. */
    public SendResult send(Notice notice, Address address) {
        return switch (address) {
            case Address.Email email -> mail.send(notice, email.to());
            case Address.Webhook hook -> {
                byte[] body = HookBody.json(notice);
                yield hooks.post(
                        hook.url(),
                        Map.of(
                                "X-Tenantmgr-Event",
                                "alert." + notice.phase(),
                                "X-Tenantmgr-Delivery",
                                notice.delivery().toString(),
                                "X-Tenantmgr-Signature-256",
                                HookBody.signature(hook.secret(), body)),
                        body);
            }
            case Address.Slack slack -> slack(notice, slack);
        };
    }

    private SendResult slack(Notice notice, Address.Slack slack) {
        try {
            return hooks.post(HookUrl.of(slack.url().reveal()), Map.of(), HookBody.slack(notice));
        } catch (InvalidValue e) {
            return new SendResult.Failed("The stored address is not valid any more; set it again");
        }
    }
}
