package ai.nominate.tenantmgr.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.nominate.tenantmgr.kernel.Secret;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A manager starts with the keys of the database's installation and with no others. */
@QuarkusTest
class KeyFingerprintsTest {
    private final String name = "test-" + UUID.randomUUID();

    @Inject
    AgroalDataSource database;

    @Test
    void the_application_has_told_the_database_of_both_its_keys() throws SQLException {
        assertThat(
                        value(
                                "select string_agg(name, ' ' order by name) from installation_key where name not like 'test-%'"))
                .isEqualTo("secrets tokens");
        assertThat(value("select fingerprint from installation_key where name = 'secrets'"))
                .hasSize(64);
    }

    @Test
    void a_first_key_is_remembered_and_another_one_refused_with_the_name_of_its_file() throws SQLException {
        start(key("one"));
        start(key("one"));

        assertThatThrownBy(() -> start(key("other")))
                .hasMessage(
                        "The database belongs to an installation with other keys than those in /home/keys/key.json. "
                                + "Copy keys/key.json from the home of the manager that uses this database over that file, and "
                                + "start again.");
        assertThat(stored()).isEqualTo("one");
    }

    @Test
    void a_key_that_replaced_the_known_one_is_known_from_then_on() throws SQLException {
        start(key("one"));

        start(key("two", "one"));

        assertThat(stored()).isEqualTo("two");
        assertThatThrownBy(() -> start(key("one"))).hasMessageContaining("other keys");
    }

    @Test
    void a_database_of_before_is_judged_by_its_first_secret() throws SQLException {
        SecretBox own = new SecretBox(KeySet.generate().text());
        SecretBox others = new SecretBox(KeySet.generate().text());
        String locked = own.encrypt(new Secret("a secret"), "place");
        SecretStore store = visitor -> visitor.visit(locked, "place");

        assertThatThrownBy(() -> fingerprints(key("one"), store, others).onStart(null))
                .hasMessageContaining("other keys");
        assertThatCode(() -> fingerprints(key("one"), store, own).onStart(null)).doesNotThrowAnyException();
        assertThat(stored()).isEqualTo("one");
    }

    @Test
    void a_key_sets_fingerprints_tell_keys_apart_and_not_the_keys() {
        KeySet keys = KeySet.generate();
        KeySet both = keys.withNewKey();

        assertThat(keys.fingerprints())
                .hasSize(1)
                .isEqualTo(KeySet.parse(keys.text()).fingerprints());
        assertThat(both.fingerprints()).hasSize(2).endsWith(keys.fingerprints().getFirst());
        assertThat(both.withoutOldKeys().fingerprints())
                .containsExactly(both.fingerprints().getFirst());
    }

    private void start(InstallationKey key) {
        fingerprints(key, visitor -> {}, new SecretBox(KeySet.generate().text()))
                .onStart(null);
    }

    private static KeyFingerprints fingerprints(InstallationKey key, SecretStore store, SecretBox box) {
        return new KeyFingerprints(List.of(key), List.of(store), box);
    }

    private InstallationKey key(String... fingerprints) {
        return new InstallationKey() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Path file() {
                return Path.of("/home/keys/key.json");
            }

            @Override
            public List<String> fingerprints() {
                return List.of(fingerprints);
            }
        };
    }

    private String stored() throws SQLException {
        return value("select fingerprint from installation_key where name = '" + name + "'");
    }

    private String value(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
