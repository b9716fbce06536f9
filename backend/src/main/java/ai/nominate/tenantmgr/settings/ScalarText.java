package ai.nominate.tenantmgr.settings;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;

/** A setting's value is a text, whatever its type; who sends a number or a truth value as one is understood, too. */
@RegisterForReflection
final class ScalarText extends StdScalarDeserializer<String> {
    ScalarText() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        JsonToken token = parser.currentToken();
        return token.isNumeric() || token.isBoolean() ? parser.getText() : context.readValue(parser, String.class);
    }
}
