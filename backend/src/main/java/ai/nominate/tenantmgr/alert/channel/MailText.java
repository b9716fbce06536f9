package ai.nominate.tenantmgr.alert.channel;

import io.vertx.core.MultiMap;
import io.vertx.ext.mail.MailMessage;
import java.util.List;
import java.util.UUID;

/** The text of an e-mail. Each try has the same Message-ID; the messages of one alert refer to it. */
final class MailText {
    private static final String DOMAIN = "@tenant-manager";

    private MailText() {}

    static MailMessage of(Notice notice, String from, List<String> to) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap()
                .add("Message-ID", id(notice.delivery()))
                .add("Auto-Submitted", "auto-generated");
        if (notice.alert() != null) {
            headers.add("References", id(notice.alert()));
        }
        return new MailMessage()
                .setFrom(from)
                .setTo(to)
                .setSubject("[Tenant Manager] " + notice.headline())
                .setHeaders(headers)
                .setText(text(notice));
    }

    private static String id(UUID id) {
        return "<" + id + DOMAIN + ">";
    }

    private static String text(Notice notice) {
        StringBuilder text = new StringBuilder(notice.headline())
                .append("\n\n")
                .append(notice.detail())
                .append("\n\n");
        if (notice.tenant() != null) {
            text.append("Tenant:  ").append(notice.tenant()).append('\n');
        }
        text.append("Server:  ").append(notice.server()).append('\n');
        text.append("Since:   ").append(notice.began()).append('\n');
        if (notice.ended() != null) {
            text.append("Until:   ").append(notice.ended()).append('\n');
        }
        return notice.link() == null
                ? text.toString()
                : text.append('\n').append(notice.link()).append('\n').toString();
    }
}
