package ai.nominate.tenantmgr.settings;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;

/** Reads a setting's value of any type as text; JSON numbers and booleans are accepted as well. */
@RegisterForReflection
final class ScalarAsText extends StdScalarDeserializer<String> {
    ScalarAsText() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        JsonToken token = parser.currentToken();
        return token.isNumeric() || token.isBoolean() ? parser.getText() : context.readValue(parser, String.class);
    }
}
