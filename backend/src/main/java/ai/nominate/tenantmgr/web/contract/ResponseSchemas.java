package ai.nominate.tenantmgr.web.contract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * Every documented field is present in an answer, with null if it has no value. Records mark fields as required if they
 * are never null; here all other fields become "present, nullable", so that generated clients know the difference.
 */
final class ResponseSchemas {
    private static final String REFERENCE = "#/components/schemas/";
    private static final Map<String, String> PLAIN = Map.of("UUID", "uuid", "Instant", "date-time", "URI", "uri");

    private ResponseSchemas() {}

    static void complete(OpenAPI api) {
        Map<String, Schema> schemas = new TreeMap<>(api.getComponents().getSchemas());
        SchemaUse use = SchemaUse.of(api);
        schemas.keySet().removeAll(PLAIN.keySet());
        schemas.forEach((name, schema) -> {
            if (schema.getProperties() != null) {
                boolean answer = !use.isOnlySent(name) && !name.equals("Problem");
                schema.setProperties(properties(schema, answer));
                if (answer && !use.isSent(name)) { // what is sent too may be left out there
                    schema.setRequired(List.copyOf(schema.getProperties().keySet()));
                }
            }
        });
        api.getComponents().setSchemas(schemas);
    }

    private static Map<String, Schema> properties(Schema owner, boolean answer) {
        Set<String> never = new HashSet<>(owner.getRequired() == null ? List.of() : owner.getRequired());
        Map<String, Schema> properties = new java.util.LinkedHashMap<>();
        owner.getProperties().forEach((name, property) -> {
            Schema plain = plain(property);
            properties.put(name, answer && !never.contains(name) ? nullable(plain) : plain);
        });
        return properties;
    }

    /** Ids and times are plain strings with a format, not schemas of their own. */
    private static Schema plain(Schema property) {
        if (property.getRef() == null) {
            return property;
        }
        String name = property.getRef().substring(REFERENCE.length());
        Schema plain = OASFactory.createSchema().description(property.getDescription());
        return PLAIN.containsKey(name)
                ? plain.type(List.of(SchemaType.STRING)).format(PLAIN.get(name))
                : plain.ref(property.getRef());
    }

    private static Schema nullable(Schema property) {
        if (property.getRef() != null) {
            return OASFactory.createSchema()
                    .description(property.getDescription())
                    .anyOf(List.of(
                            OASFactory.createSchema().ref(property.getRef()),
                            OASFactory.createSchema().type(List.of(SchemaType.NULL))));
        }
        List<SchemaType> types = new ArrayList<>(property.getType());
        types.add(SchemaType.NULL);
        property.setType(types);
        return property;
    }
}
