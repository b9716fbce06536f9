package ai.nominate.tenantmgr.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;

/**
 * Accepts only JSON strings as text, and rejects characters that PostgreSQL or UTF-8 cannot store: zero bytes and
 * unpaired surrogates.
 */
final class StrictText extends StdScalarDeserializer<String> {
    private static final String REASON = "contains an invalid character";

    private StrictText() {
        super(String.class);
    }

    static SimpleModule module() {
        return new SimpleModule("strict-text")
                .addDeserializer(String.class, new StrictText())
                .addKeyDeserializer(String.class, new Key());
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (String) context.handleUnexpectedToken(String.class, parser);
        }
        String text = parser.getText();
        return isText(text) ? text : (String) context.handleWeirdStringValue(String.class, "", REASON);
    }

    /** The reason a value was rejected. */
    static String reason(JsonProcessingException e) {
        return e instanceof InvalidFormatException weird && weird.getTargetType() == String.class
                ? REASON
                : "has the wrong type";
    }

    static boolean isText(String text) {
        return text.codePoints()
                .noneMatch(each -> each == 0 || each >= Character.MIN_SURROGATE && each <= Character.MAX_SURROGATE);
    }

    /** Keys of a map, which Jackson otherwise accepts unchecked. */
    private static final class Key extends KeyDeserializer {
        @Override
        public Object deserializeKey(String key, DeserializationContext context) throws IOException {
            return isText(key) ? key : context.handleWeirdKey(String.class, "", REASON);
        }
    }
}
