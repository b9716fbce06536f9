package ai.nominate.tenantmgr.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** Request bodies: close to the schema, far from it, and no JSON at all. */
final class Bodies {
    private final JsonNode contract;
    private final Random random;

    Bodies(JsonNode contract, Random random) {
        this.contract = contract;
        this.random = random;
    }

    byte[] of(JsonNode schema) {
        int kind = random.nextInt(100);
        if (kind < 25) {
            return bytes(json(schema, 0));
        }
        if (kind < 80) {
            return bytes(json(schema, 12));
        }
        return broken(schema);
    }

    private byte[] broken(JsonNode schema) {
        String json = json(schema, 3);
        byte[] whole = bytes(json);
        return switch (random.nextInt(15)) {
            case 0 -> new byte[0];
            case 1 -> Arrays.copyOf(whole, random.nextInt(whole.length));
            case 2 -> bytes("\ufeff" + json);
            case 3 -> json.getBytes(StandardCharsets.UTF_16);
            case 4 -> bytes("[" + json + "]");
            case 5 -> bytes("{\"name\":" + "[".repeat(50_000));
            case 6 -> bytes("{\"a\":".repeat(900) + "1" + "}".repeat(900));
            case 7 -> bytes("{\"name\":\"" + "x".repeat(900_000) + "\"}");
            case 8 -> bytes("{\"name\":\"" + "x".repeat(1_200_000) + "\"}");
            case 9 -> bytes(json + json);
            case 10 -> noise();
            case 11 -> flipped(whole);
            case 12 -> bytes("{\"a\":" + "9".repeat(2_000) + "}");
            case 13 ->
                new byte[] {'{', '"', 'n', 'a', 'm', 'e', '"', ':', '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"', '}'
                };
            default -> bytes("{\"name\":NaN, 'slug': .5, /* */ domain: 0x1}");
        };
    }

    private byte[] noise() {
        byte[] noise = new byte[random.nextInt(400)];
        random.nextBytes(noise);
        return noise;
    }

    private byte[] flipped(byte[] whole) {
        byte[] flipped = whole.clone();
        flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        return flipped;
    }

    private String json(JsonNode schema, int wrong) {
        return new RandomJson(contract, random, wrong).of(schema);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
