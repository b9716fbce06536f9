package ai.nominate.tenantmgr.audit;

import io.vertx.mutiny.sqlclient.Row;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * All that an entry says, as bytes: each field with its length before it, so that no two entries have the same bytes.
 *
 * @param fields in the order of the table's columns; null where there is none
 */
record CanonicalEntry(List<String> fields) {
    static final String COLUMNS =
            "id, at, actor, role, address, request_id, action, subject, tenant_id, state_before, state_after";

    static CanonicalEntry of(UUID id, Instant at, String... rest) {
        String micros = String.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, at));
        List<String> fields = new ArrayList<>(List.of(id.toString(), micros));
        fields.addAll(Arrays.asList(rest));
        return new CanonicalEntry(Collections.unmodifiableList(fields));
    }

    /** @param row with {@link #COLUMNS} */
    static CanonicalEntry of(Row row) {
        return of(
                row.getUUID("id"),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("actor"),
                row.getString("role"),
                row.getString("address"),
                row.getString("request_id"),
                row.getString("action"),
                row.getString("subject"),
                Objects.toString(row.getUUID("tenant_id"), null),
                row.getString("state_before"),
                row.getString("state_after"));
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String field : fields) {
            byte[] text = field == null ? new byte[0] : field.getBytes(StandardCharsets.UTF_8);
            bytes.writeBytes(ByteBuffer.allocate(4)
                    .putInt(field == null ? -1 : text.length)
                    .array());
            bytes.writeBytes(text);
        }
        return bytes.toByteArray();
    }

    /** The head after this entry was added to the chain. */
    ChainHead after(ChainHead previous) {
        return new ChainHead(previous.number() + 1, HexFormat.of().formatHex(hash(previous.bytes())));
    }

    private byte[] hash(byte[] previous) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(previous);
            return digest.digest(bytes());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
