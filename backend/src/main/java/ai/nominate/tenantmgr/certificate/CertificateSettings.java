package ai.nominate.tenantmgr.certificate;

import ai.nominate.tenantmgr.certificate.dns.OwnAddresses;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.settings.Setting;
import ai.nominate.tenantmgr.settings.SettingGroup;
import ai.nominate.tenantmgr.settings.SettingType;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Where certificates come from. */
@Singleton
public class CertificateSettings implements SettingGroup {
    static final String AUTO = "auto";
    static final String INTERNAL = "internal";
    private static final String GROUP = "certificate";
    private static final Setting<String> EMAIL = Setting.email("certificate.contact", GROUP, "", "");

    /** As given: {@link #AUTO}, {@link #INTERNAL} or the URL of a directory. */
    static final Setting<String> AUTHORITY = custom(
                    "certificate.authority",
                    SettingType.STRING,
                    "Who issues certificates: internal for the manager's own authority, which browsers do not trust; the URL of an "
                            + "ACME directory; or auto: Let's Encrypt on a server, internal on a laptop.",
                    AUTO,
                    CertificateSettings::authority)
            .defaultFrom("tenantmgr.certificates");

    static final Setting<Boolean> TERMS_AGREED = Setting.bool(
            "certificate.termsAgreed",
            GROUP,
            "You agree to the terms of service of the ACME authority. It is not asked for certificates before.",
            false);

    static final Setting<Optional<String>> CONTACT = custom(
            "certificate.contact",
            SettingType.STRING,
            "E-mail address that the ACME authority gets for the account. May be empty.",
            "",
            CertificateSettings::contact);

    static final Setting<Optional<URI>> STAGING = custom(
            "certificate.staging",
            SettingType.STRING,
            "URL of the ACME authority's staging directory. A name without a certificate of the authority is tried there first, so that "
                    + "a mistake costs none of the authority's allowance. May be empty.",
            "",
            text -> text.isEmpty() ? Optional.empty() : Optional.of(directory(text)));

    static final Setting<Set<String>> ADDRESSES = custom(
                    "certificate.addresses",
                    SettingType.STRING,
                    "IP addresses by which visitors reach this server, separated by commas. Empty means those of its network interfaces; "
                            + "needed behind address translation. Only names that lead to one of them get a certificate of the ACME authority.",
                    "",
                    OwnAddresses::parse)
            .ofEachServer();

    CertificateSettings() {}

    @Override
    public int position() {
        return 320;
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(AUTHORITY, TERMS_AGREED, CONTACT, STAGING, ADDRESSES);
    }

    private static <T> Setting<T> custom(
            String key, SettingType type, String description, String standard, Function<String, T> parse) {
        return new Setting<>(key, GROUP, type, description, standard, null, null, false, parse);
    }

    private static String authority(String text) {
        return text.equals(AUTO) || text.equals(INTERNAL)
                ? text
                : directory(text).toString();
    }

    private static URI directory(String text) {
        try {
            URI uri = URI.create(text);
            if ("https".equals(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null
                    && text.length() <= 500) {
                return uri;
            }
        } catch (IllegalArgumentException malformed) {
            // refused below with the same message
        }
        throw new InvalidValue("must be an address that begins with https://, such as that of an ACME directory");
    }

    private static Optional<String> contact(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(EMAIL.parse().apply(text));
    }
}
