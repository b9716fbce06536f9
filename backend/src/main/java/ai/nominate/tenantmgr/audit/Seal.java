package ai.nominate.tenantmgr.audit;

import io.vertx.mutiny.sqlclient.Row;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;

/** One entry sealed into the chain. */
record Seal(ChainHead head, UUID entry) {
    /** @param row with the columns of a seal */
    static Seal of(Row row) {
        String hash = HexFormat.of().formatHex(row.getBuffer("hash").getBytes());
        return new Seal(new ChainHead(row.getLong("number"), hash), row.getUUID("entry_id"));
    }

    byte[] bytes() {
        return ("seal " + head + " " + entry).getBytes(StandardCharsets.UTF_8);
    }
}
