package ai.nominate.tenantmgr.auth.credential;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Tenant ids in a column. */
@Converter
public class TokenTenants implements AttributeConverter<Set<UUID>, String> {
    @Override
    public String convertToDatabaseColumn(Set<UUID> tenants) {
        return tenants == null
                ? null
                : tenants.stream().map(UUID::toString).sorted().collect(Collectors.joining(","));
    }

    @Override
    public Set<UUID> convertToEntityAttribute(String text) {
        return text == null
                ? null
                : Arrays.stream(text.split(",")).map(UUID::fromString).collect(Collectors.toUnmodifiableSet());
    }
}
