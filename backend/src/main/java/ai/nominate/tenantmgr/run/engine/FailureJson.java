package ai.nominate.tenantmgr.run.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Stores a failure as JSON in its column. */
@Converter
public class FailureJson implements AttributeConverter<Failure, String> {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    public static String write(Failure failure) {
        try {
            return MAPPER.writeValueAsString(failure);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String convertToDatabaseColumn(Failure failure) {
        return failure == null ? null : write(failure);
    }

    @Override
    public Failure convertToEntityAttribute(String json) {
        return read(json);
    }

    /** Null for null. */
    public static Failure read(String json) {
        try {
            return json == null ? null : MAPPER.readValue(json, Failure.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
