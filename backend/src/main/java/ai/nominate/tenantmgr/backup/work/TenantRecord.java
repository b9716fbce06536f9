package ai.nominate.tenantmgr.backup.work;

import ai.nominate.tenantmgr.config.PinnedConfig;
import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.kernel.TenantSource;
import ai.nominate.tenantmgr.tenant.TenantLabel;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import ai.nominate.tenantmgr.tenant.TenantTimeZone;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the rows know of a tenant, with its secrets in clear: the text of {@code configuration.json}, which exists only encrypted.
 *
 * @param adminEmail null if there is none
 */
public record TenantRecord(
        int version,
        String adminEmail,
        String adminUsername,
        String adminPassword,
        Map<String, Value> env,
        Properties tenant) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A variable. */
    public record Value(String value, boolean secret) {}

    /** @param source null for the default source */
    public record Properties(
            String name,
            String domain,
            List<String> aliases,
            List<String> redirects,
            Source source,
            String timeZone,
            List<String> labels,
            String notes) {}

    /** @param ref null for the default; the credential is named, not included */
    public record Source(String kind, String location, String ref, String credential) {}

    static TenantRecord of(TenantSnapshot tenant, PinnedConfig config) {
        Map<String, Value> env = new TreeMap<>();
        config.plain().forEach((key, value) -> env.put(key.value(), new Value(value, false)));
        config.secret().forEach((key, value) -> env.put(key.value(), new Value(value.reveal(), true)));
        return new TenantRecord(
                config.version(),
                config.adminEmail().orElse(null),
                config.adminUsername(),
                config.adminPassword().reveal(),
                env,
                properties(tenant));
    }

    private static Properties properties(TenantSnapshot tenant) {
        return new Properties(
                tenant.name(),
                tenant.domain().value(),
                tenant.aliases().stream().map(DomainName::value).toList(),
                tenant.redirects().stream().map(DomainName::value).toList(),
                tenant.source().map(TenantRecord::source).orElse(null),
                tenant.notes().timeZone().map(TenantTimeZone::value).orElse(null),
                tenant.notes().labels().stream().map(TenantLabel::value).toList(),
                tenant.notes().text().orElse(null));
    }

    private static Source source(TenantSource source) {
        return new Source(
                TenantSource.kind(source),
                TenantSource.location(source),
                TenantSource.ref(source),
                TenantSource.credential(source));
    }

    byte[] json() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "TenantRecord[version=" + version + "]";
    }
}
