package ai.nominate.tenantmgr.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.Secret;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * A secret can be decrypted unchanged at its location with its key; otherwise there is an error and never another text.
 */
class SecretBoxTest {
    private static final String PLACE = "tenant_config/1/admin_password";
    private static final String TEXT = "pässword \ud83d\udd11";

    private final KeySet keys = KeySet.generate();
    private final SecretBox box = new SecretBox(keys.text());
    private final String locked = box.encrypt(new Secret(TEXT), PLACE);

    @Test
    void it_opens_as_it_was_locked() {
        assertThat(box.decrypt(locked, PLACE).reveal()).isEqualTo(TEXT);
        assertThat(new SecretBox(keys.text()).decrypt(locked, PLACE).reveal()).isEqualTo(TEXT);
        assertThat(box.decrypt(box.encrypt(new Secret(""), PLACE), PLACE).reveal())
                .isEmpty();
    }

    @Test
    void the_same_secret_never_looks_the_same() {
        assertThat(Stream.generate(() -> box.encrypt(new Secret(TEXT), PLACE)).limit(100))
                .doesNotHaveDuplicates();
    }

    @TestFactory
    Stream<DynamicTest> moved_to_another_row_or_column_it_does_not_open() {
        return Stream.of("tenant_config/2/admin_password", "tenant_config/1/other", "", PLACE + " ")
                .map(place -> DynamicTest.dynamicTest("'" + place + "'", () -> doesNotOpen(locked, place)));
    }

    @Test
    void with_any_bit_turned_it_does_not_open() {
        byte[] bytes = Base64.getDecoder().decode(locked);
        IntStream.range(0, bytes.length * 8).forEach(bit -> {
            byte[] turned = bytes.clone();
            turned[bit / 8] ^= (byte) (1 << bit % 8);
            doesNotOpen(Base64.getEncoder().encodeToString(turned), PLACE);
        });
    }

    @Test
    void cut_off_empty_or_plain_it_does_not_open() {
        byte[] bytes = Base64.getDecoder().decode(locked);
        IntStream.range(0, bytes.length)
                .forEach(
                        length -> doesNotOpen(Base64.getEncoder().encodeToString(Arrays.copyOf(bytes, length)), PLACE));
        for (String other : List.of("", TEXT, "secret", "AAAA", locked + locked, "***")) {
            doesNotOpen(other, PLACE);
        }
    }

    @Test
    void with_another_key_it_does_not_open_and_the_error_tells_nothing_of_it() {
        SecretBox other = new SecretBox(KeySet.generate().text());

        assertThatIllegalStateException()
                .isThrownBy(() -> other.decrypt(locked, PLACE))
                .withMessageContaining(PLACE)
                .satisfies(e -> assertThat(e.toString()).doesNotContain(TEXT, locked));
    }

    @Test
    void a_damaged_secret_is_a_refusal_that_names_its_place() {
        String damaged = locked.substring(0, locked.length() - 8) + "AAAAAAA=";

        assertThat(box.find(damaged, PLACE)).isEmpty();
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> box.open(damaged, PLACE))
                .withMessageContaining(PLACE)
                .satisfies(refusal -> assertThat(refusal.problem().status()).isEqualTo(409))
                .satisfies(refusal -> assertThat(refusal.problem().code()).isEqualTo("secret.unreadable"));
    }

    @Test
    void a_new_key_locks_and_the_one_before_still_opens_until_it_is_left_out() {
        KeySet both = keys.withNewKey();
        AtomicReference<KeySet> used = new AtomicReference<>(both);
        SecretBox box = new SecretBox(used::get);

        assertThat(box.decrypt(locked, PLACE).reveal()).isEqualTo(TEXT);
        assertThat(box.usesCurrentKey(locked)).isFalse();
        String anew = box.encrypt(new Secret(TEXT), PLACE);
        assertThat(box.usesCurrentKey(anew)).isTrue();
        used.set(both.withoutOldKeys());
        assertThat(box.decrypt(anew, PLACE).reveal()).isEqualTo(TEXT);
        assertThatIllegalStateException().isThrownBy(() -> box.decrypt(locked, PLACE));
    }

    @TestFactory
    Stream<DynamicTest> a_key_set_that_cannot_be_read_makes_no_box() {
        return Stream.of("", "{}", "nonsense", keys.text().substring(0, 40))
                .map(text -> DynamicTest.dynamicTest(
                        text.isEmpty() ? "empty" : text,
                        () -> assertThatIllegalStateException()
                                .isThrownBy(() -> new SecretBox(text))
                                .withMessage("the key set for secrets could not be read")));
    }

    private void doesNotOpen(String text, String place) {
        assertThatIllegalStateException().isThrownBy(() -> box.decrypt(text, place));
    }
}
