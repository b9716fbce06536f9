package ai.nominate.tenantmgr.kernel.mask;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.kernel.Secret;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MaskedStreamTest {
    private static final String TOKEN = "hunter2-\"quoted\"/+ä&";
    private static final String PEM = """
            -----BEGIN PRIVATE KEY-----
            MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj
            MzEfYyjiWA4R4/M2bS1GB4t7NXp98C3SC6dVMvDuictGeurT8jNbvJZHtCSuYEvu
            MzEf
            -----END PRIVATE KEY-----
            """;

    private final SecretMatcher matcher = SecretMatcher.of(Stream.of(TOKEN, PEM, "aaaaaaaa", "short", "p@ss word")
            .map(Secret::new)
            .toList());

    @Test
    void a_secret_is_masked_however_the_bytes_are_divided() {
        String text = "one " + TOKEN + " two " + TOKEN + TOKEN + " three\n" + PEM + "four\n";
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int size = 1; size <= bytes.length; size++) {
            assertThat(masked(bytes, size)).isEqualTo("one ••• two ••• three\n•••\nfour\n");
        }
    }

    @Test
    void text_without_a_secret_is_passed_on_as_it_is() {
        String text = "hunter2-\"quoted\"/+\nshort\naaaaaaa\n-----BEGIN PRIVATE KEY-----\n\n\tMIIE \u0000 hunt";

        assertThat(matcher.mask(text)).isEqualTo(text);
    }

    @Test
    void a_key_of_several_lines_is_masked_with_other_line_ends_with_an_indent_and_in_one_line() {
        assertThat(matcher.mask("a " + PEM.replace("\n", "\r\n") + "b")).isEqualTo("a •••\r\nb");
        assertThat(matcher.mask("a " + PEM.replace("\n", " ") + "b")).isEqualTo("a ••• b");
        assertThat(matcher.mask("key: |\n" + PEM.indent(4))).isEqualTo("key: |\n    •••\n");
        assertThat(PEM.lines().map(matcher::mask).toList())
                .containsExactly("-----BEGIN PRIVATE KEY-----", "•••", "•••", "MzEf", "-----END PRIVATE KEY-----");
    }

    @Test
    void the_lines_of_a_log_are_masked_together() {
        assertThat(matcher.mask(List.of("a", "b " + PEM.lines().findFirst().orElseThrow())))
                .containsExactly("a", "b -----BEGIN PRIVATE KEY-----");
        assertThat(matcher.mask(Stream.concat(Stream.of("a"), PEM.lines()).toList()))
                .containsExactly("a", "•••");
    }

    @Test
    void encoded_forms_are_masked() {
        String json = "{\"key\":\"hunter2-\\\"quoted\\\"/+ä&\"}";
        assertThat(matcher.mask(json)).isEqualTo("{\"key\":\"•••\"}");
        assertThat(matcher.mask("hunter2-\\\"quoted\\\"\\/+\\u00e4\\u0026")).isEqualTo("•••");
        assertThat(matcher.mask("?k=" + URLEncoder.encode(TOKEN, StandardCharsets.UTF_8) + "&x"))
                .isEqualTo("?k=•••&x");
        assertThat(matcher.mask("hunter2-%22quoted%22%2f%2b%c3%a4%26")).isEqualTo("•••");
        assertThat(matcher.mask("p%40ss%20word p%40ss+word")).isEqualTo("••• •••");
        assertThat(matcher.mask("\"" + PEM.replace("\n", "\\n") + "\"")).isEqualTo("\"•••\\n\"");
    }

    @Test
    void base64_is_masked_in_each_alignment_and_when_it_is_wrapped() {
        for (String before : List.of("", "a", "ab", "abc", "user:")) {
            String text = before + TOKEN + "-and-" + TOKEN;
            for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
                String encoded = encoder.encodeToString(text.getBytes(StandardCharsets.UTF_8));
                assertThat(matcher.mask(encoded)).as(before).contains("•••").hasSizeLessThan(30);
            }
        }
        String wrapped =
                Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(PEM.getBytes(StandardCharsets.UTF_8));
        assertThat(wrapped).contains("\n");
        assertThat(matcher.mask(wrapped)).startsWith("•••").hasSizeLessThan(10);
    }

    @Test
    void overlapping_and_adjacent_secrets_are_one_mask() {
        assertThat(matcher.mask("x" + "a".repeat(1000) + "y")).isEqualTo("x•••y");
        assertThat(matcher.mask("x" + "a".repeat(7) + "y")).isEqualTo("x" + "a".repeat(7) + "y");
        assertThat(SecretMatcher.of(List.of(new Secret("abcdefgh"), new Secret("fghijklm")))
                        .mask("-abcdefghijklm-"))
                .isEqualTo("-•••-");
    }

    @Test
    void a_secret_inside_the_beginning_of_another_one_is_masked() {
        assertThat(SecretMatcher.of(List.of(new Secret("xx-abcdef-yy"), new Secret("abcdef")))
                        .mask("xx-abcdef-zz"))
                .isEqualTo("xx-•••-zz");
    }

    @Test
    void a_long_secret_is_masked_to_its_end() {
        String secret = random(30_000);
        SecretMatcher long30 = SecretMatcher.of(List.of(new Secret(secret)));

        assertThat(long30.mask("a " + secret + " b")).isEqualTo("a ••• b");
        assertThat(long30.mask("a " + secret.replaceAll("(.{64})", "$1\n") + " b"))
                .isEqualTo("a ••• b");
    }

    @Test
    void a_value_shorter_than_six_bytes_is_left_alone() {
        assertThat(matcher.mask("a short story")).isEqualTo("a short story");
        assertThat(SecretMatcher.of(List.of(new Secret("short"))).isEmpty()).isTrue();
    }

    /** Each byte is looked at a bounded number of times: text made to be nearly a secret takes no longer. */
    @Test
    void what_is_held_back_is_bounded() {
        long[] passed = new long[1];
        MaskedStream stream = new MaskedStream(matcher, (bytes, length) -> passed[0] += length);
        byte[] near = (PEM.substring(0, 60) + " ".repeat(500)).getBytes(StandardCharsets.UTF_8);
        long fed = 0;
        for (int i = 0; i < 200; i++) {
            stream.feed(near, near.length);
            fed += near.length;
            assertThat(fed - passed[0]).isLessThan(16 << 10);
        }
        stream.finish();
        assertThat(passed[0]).isEqualTo(fed);
    }

    @Test
    void hundreds_of_long_secrets_take_a_bounded_part_of_the_memory() {
        List<Secret> many = Stream.generate(() -> new Secret(random(30_000).replaceAll("(.{70})", "$1\n")))
                .limit(100)
                .toList();

        SecretMatcher of100 = SecretMatcher.of(many);

        assertThat(of100.size()).isLessThan(1_000_001);
        many.forEach(
                secret -> assertThat(of100.mask("a " + secret.reveal() + " b")).isEqualTo("a ••• b"));
    }

    private static String random(int length) {
        Random random = new Random(length);
        return Stream.generate(() -> String.valueOf((char) ('a' + random.nextInt(26))))
                .limit(length)
                .reduce(new StringBuilder(), StringBuilder::append, StringBuilder::append)
                .toString();
    }

    private String masked(byte[] bytes, int size) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MaskedStream stream = new MaskedStream(matcher, (some, length) -> out.write(some, 0, length));
        for (int from = 0; from < bytes.length; from += size) {
            byte[] chunk = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + size));
            stream.feed(chunk, chunk.length);
        }
        stream.finish();
        return out.toString(StandardCharsets.UTF_8);
    }
}
