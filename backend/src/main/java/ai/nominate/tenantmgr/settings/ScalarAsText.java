package ai.nominate.tenantmgr.settings;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.util.Optional;

/** Reads a setting's value of any type as text, empty for null; JSON numbers and booleans are accepted as well. */
@RegisterForReflection
final class ScalarAsText extends StdScalarDeserializer<Optional<String>> {
    ScalarAsText() {
        super(Optional.class);
    }

    @Override
    public Optional<String> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        JsonToken token = parser.currentToken();
        return Optional.of(
                token.isNumeric() || token.isBoolean() ? parser.getText() : context.readValue(parser, String.class));
    }

    @Override
    public Optional<String> getNullValue(DeserializationContext context) {
        return Optional.empty();
    }

    /** Null, other than for a value that is null. */
    @Override
    public Optional<String> getAbsentValue(DeserializationContext context) {
        return null;
    }
}
