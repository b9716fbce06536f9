package ai.nominate.tenantmgr.theme;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Stores a theme as JSON in its column, after theme.schema.json. */
@Converter
class ThemeJson implements AttributeConverter<ThemeContent, String> {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Override
    public String convertToDatabaseColumn(ThemeContent theme) {
        try {
            return theme == null ? null : MAPPER.writeValueAsString(theme);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public ThemeContent convertToEntityAttribute(String json) {
        try {
            return json == null ? null : MAPPER.readValue(json, ThemeContent.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
