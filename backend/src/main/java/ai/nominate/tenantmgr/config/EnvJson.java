package ai.nominate.tenantmgr.config;

import ai.nominate.tenantmgr.config.TenantConfig.StoredValue;


import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Map;

/** Stores environment variables as JSON in their column. */
@Converter
class EnvJson implements AttributeConverter<Map<String, StoredValue>, String> {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final TypeReference<Map<String, StoredValue>> TYPE = new TypeReference<>() {};

    @Override
    public String convertToDatabaseColumn(Map<String, StoredValue> env) {
        try {
            return MAPPER.writeValueAsString(env);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Map<String, StoredValue> convertToEntityAttribute(String json) {
        try {
            return MAPPER.readValue(json, TYPE);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
