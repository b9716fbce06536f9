package ai.nominate.tenantmgr.alert.channel;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.NetworkHost;
import ai.nominate.tenantmgr.kernel.Secret;
import ai.nominate.tenantmgr.settings.Setting;
import ai.nominate.tenantmgr.settings.SettingGroup;
import ai.nominate.tenantmgr.settings.SettingType;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The server that takes e-mail, and what messages link to. */
@Singleton
public class MailSettings implements SettingGroup {
    private static final String GROUP = "mail";

    static final Setting<String> HOST = text(
            "mail.host",
            "SMTP server that takes e-mail; empty sends none. A private address has to be allowed with "
                    + "TENANTMGR_PRIVATE_ADDRESSES_ALLOWED.",
            "",
            text -> text.isEmpty() ? text : new NetworkHost(text).value());

    static final Setting<Integer> PORT = Setting.number("mail.port", GROUP, "Port of the SMTP server.", 587, 1, 65_535);

    static final Setting<MailSecurity> SECURITY =
            text("mail.security", "starttls (port 587), tls (port 465), or none.", "starttls", MailSecurity::of);

    static final Setting<String> USER =
            Setting.text("mail.user", GROUP, "User name at the SMTP server; empty signs in nowhere.", "");

    static final Setting<Optional<Secret>> PASSWORD =
            Setting.secret("mail.password", GROUP, "Password at the SMTP server.");

    static final Setting<String> FROM =
            Setting.email("mail.from", GROUP, "Sender of e-mail.", "tenant-manager@localhost");

    public static final Setting<String> PAGES = text(
            "mail.pageAddress",
            "Where people open this product, for links in messages; empty links nowhere.",
            "",
            MailSettings::page);

    private static <T> Setting<T> text(String key, String description, String initial, Function<String, T> parse) {
        return new Setting<>(key, GROUP, SettingType.STRING, description, initial, null, null, false, parse);
    }

    private static String page(String text) {
        if (!text.matches("|https?://[A-Za-z0-9.\\[\\]:-]{1,280}/?")) {
            throw new InvalidValue("must be an address such as https://panel.example.org, without a path");
        }
        return text.replaceAll("/$", "");
    }

    @Override
    public int position() {
        return 257;
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(HOST, PORT, SECURITY, USER, PASSWORD, FROM, PAGES);
    }
}
