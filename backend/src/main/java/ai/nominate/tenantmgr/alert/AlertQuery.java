package ai.nominate.tenantmgr.alert;

import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.web.PageRequest;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.UUID;

/** Which alerts are asked for. Caller input is only ever passed as a parameter. */
record AlertQuery(PageRequest page, Boolean isOpen, String kind, UUID within, UUID[] seen) {
    /** Parameters $1 to $4. */
    static final String WHERE = "\n" + """
            where ($1::uuid[] is null or a.tenant_id = any($1)) and ($2::boolean is null or (a.ended_at is null) = $2)
              and ($3::text is null or a.kind = $3)
              and case when $4::uuid is null then a.folded_into is null else a.folded_into = $4 end
            """;

    /** @throws ai.nominate.tenantmgr.kernel.ProblemException naming each invalid parameter */
    static AlertQuery of(String page, String size, String state, String kind, String within, Actor caller) {
        PageRequest request = PageRequest.of(page, size);
        Fields fields = new Fields();
        Boolean isOpen = fields.optional("state", state, AlertQuery::open);
        String known = fields.optional("kind", kind, AlertQuery::word);
        UUID mass = fields.optional("within", within, AlertQuery::id);
        fields.throwIfInvalid();
        return new AlertQuery(request, isOpen, known, mass, seen(caller));
    }

    /** Null if the caller may access all tenants. A caller that may not sees nothing of the machine. */
    static UUID[] seen(Actor caller) {
        return caller.tenants().map(ids -> ids.toArray(UUID[]::new)).orElse(null);
    }

    Tuple parameters() {
        return Tuple.tuple()
                .addArrayOfUUID(seen)
                .addBoolean(isOpen)
                .addString(kind)
                .addUUID(within);
    }

    private static boolean open(String text) {
        return switch (text) {
            case "open" -> true;
            case "past" -> false;
            default -> throw new InvalidValue("must be open or past");
        };
    }

    private static String word(String text) {
        if (!text.matches("[a-z-]{1,40}")) {
            throw new InvalidValue("must be a kind of alerts, as GET /api/alert-rules lists them");
        }
        return text;
    }

    private static UUID id(String text) {
        if (!Sql.isId(text)) {
            throw new InvalidValue("must be the id of an alert");
        }
        return UUID.fromString(text);
    }
}
