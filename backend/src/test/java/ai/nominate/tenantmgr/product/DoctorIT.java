package ai.nominate.tenantmgr.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code make doctor} and {@code make rotate-key}: each fault is created by hand, reported by name, and repaired. */
@ExtendWith(OnProduct.class)
class DoctorIT {
    private static final String PATIENT = "tenant patient: ";
    private final Product product;
    private final Path files;
    private final Database database;

    DoctorIT(Product product) {
        this.product = product;
        this.files = product.home().resolve("tenants/patient");
        this.database = new Database(product.home());
    }

    @BeforeEach
    void a_patient_and_a_neighbour_who_are_well() {
        for (String slug : List.of("patient", "neighbour")) {
            if (product.api().send("GET", "/api/tenants/" + slug, null).status() == 404) {
                product.tenant(slug, product.source("doctor").firstRelease()).live();
            }
        }
        assertThat(findings()).isEmpty();
    }

    /** Earlier tests leave tenants in all states; the faults of these two are created by this test. */
    @AfterEach
    void well_again() {
        assertThat(findings()).isEmpty();
    }

    @Test
    void it_counts_what_it_looked_at_and_ends_with_a_code() {
        List<String> said = product.runs("deploy/run/maintenance", "doctor");

        assertThat(said.get(said.size() - 2)).matches("[0-9]{2,} checks, [0-9]+ wrong");
        boolean well = said.get(said.size() - 2).endsWith(", 0 wrong");
        assertThat(said.getLast()).isEqualTo(well ? "exit 0" : "exit 1");
        assertThat(product.runs("deploy/run/maintenance", "surgeon").getLast()).isEqualTo("exit 1");
    }

    @Tag("endurance")
    @Test
    void a_launch_file_that_is_gone_or_changed_is_named() throws IOException {
        Path launch = files.resolve("a.backend");
        String text = Files.readString(launch);
        Files.delete(launch);
        assertThat(findings()).contains(PATIENT + "the launch file a.backend is missing");

        write(launch, text.replace("PORT=", "PORT=1"), "rwx------");
        assertThat(findings())
                .containsExactly(PATIENT + "the launch file a.backend does not match its release and its ports");
        write(launch, text, "rwx------");
    }

    @Tag("endurance")
    @Test
    void an_environment_that_says_something_else_is_named_by_its_keys_alone() throws IOException {
        Path environment = files.resolve("a.env");
        String text = Files.readString(environment);
        write(environment, text.replace("ADMIN_EMAIL=\"", "ADMIN_EMAIL=\"x"), "rw-------");
        assertThat(findings())
                .containsExactly(PATIENT + "the environment file a.env does not match configuration 2: ADMIN_EMAIL");

        write(environment, text, "rw-r--r--");
        assertThat(findings())
                .containsExactly(PATIENT + "the environment file a.env is readable by users other than its owner");
        write(environment, text, "rw-------");
    }

    @Test
    void a_map_that_sends_visitors_elsewhere_is_named() throws IOException {
        Path map = product.home().resolve("nginx/current/hosts.map");
        String text = Files.readString(map);
        write(map, text.replace("patient.example.org patient;", "patient.example.org neighbour;"), "rw-r--r--");
        assertThat(findings()).containsExactly(PATIENT + "hosts.map has another entry for patient.example.org");

        write(map, text.replace("patient.example.org patient;\n", ""), "rw-r--r--");
        assertThat(findings()).containsExactly(PATIENT + "hosts.map has nothing for patient.example.org");

        write(map, text + "include /etc/passwd;\n", "rw-r--r--");
        assertThat(doctor()).anyMatch(line -> line.matches("NGINX: hosts.map:[0-9]+ is not a valid line"));

        write(map, text + "zz.example.org nobody;\n", "rw-r--r--");
        assertThat(doctor()).anyMatch(line -> line.startsWith("NGINX: hosts.map has an entry for zz.example.org"));
        write(map, text, "rw-r--r--");
    }

    @Tag("endurance")
    @Test
    void a_certificate_that_was_swapped_is_named() throws IOException {
        Path own = certificate("patient");
        Path other = certificate("neighbour");
        Path aside = own.resolveSibling("." + own.getFileName());
        Files.move(own, aside);
        assertThat(findings())
                .containsExactly(PATIENT + "the files of certificate " + own.getFileName()
                        + " are missing, or the key does not match");

        Files.createDirectory(own);
        for (String file : List.of("fullchain.pem", "key.pem")) {
            Files.copy(other.resolve(file), own.resolve(file));
        }
        assertThat(findings())
                .containsExactly(PATIENT + "the files of certificate " + own.getFileName()
                        + " contain a different certificate than the one issued");
        Source.delete(own);
        Files.move(aside, own);
    }

    @Tag("endurance")
    @Test
    void a_secret_with_one_letter_changed_is_named() {
        String id = database.value("select id::text from tenant where slug = 'patient'");
        String where = " where tenant_id = '" + id + "'";
        String before = database.value("select password from tenant_database" + where);
        database.execute("update tenant_database set password = overlay(password placing 'AAAA' from 20)" + where);

        assertThat(doctor())
                .contains("secret tenant_database/" + id + "/password: cannot be decrypted with the keys of this home");
        database.execute("update tenant_database set password = '" + before + "'" + where);
    }

    @Tag("endurance")
    @Test
    void a_role_that_cannot_enter_and_a_database_that_is_gone_are_named() {
        String hash = database.value("select rolpassword from pg_authid where rolname = 'tm_patient'");
        database.execute("alter role tm_patient password 'another'");
        assertThat(findings())
                .containsExactly(PATIENT + "its role cannot connect to its database with the stored password");
        database.execute("alter role tm_patient password '" + hash + "'");

        database.execute("alter database tm_neighbour allow_connections false");
        database.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = 'tm_neighbour'");
        database.execute("alter database tm_neighbour rename to aside");
        assertThat(doctor()).contains("tenant neighbour: its database tm_neighbour is missing");
        database.execute("alter database aside rename to tm_neighbour");
        database.execute("alter database tm_neighbour allow_connections true");
    }

    @Test
    void a_new_key_changes_every_secret_and_nothing_else() {
        String password = database.value("select password from tenant_database limit 1");

        List<String> said = product.runs("deploy/run/maintenance", "rotate-key");

        assertThat(said.getFirst())
                .matches("[1-9][0-9]* secrets were re-encrypted with a new key; the old key was removed");
        assertThat(said.getLast()).isEqualTo("exit 0");
        assertThat(database.value("select password from tenant_database limit 1"))
                .isNotEqualTo(password);
        product.kill9();
        product.start();
        assertThat(findings()).isEmpty();
    }

    private List<String> doctor() {
        return product.runs("deploy/run/maintenance", "doctor");
    }

    /** The faults of the two tenants. */
    private List<String> findings() {
        return doctor().stream()
                .filter(line -> line.startsWith(PATIENT) || line.startsWith("tenant neighbour: "))
                .toList();
    }

    private Path certificate(String slug) throws IOException {
        String map = Files.readString(product.home().resolve("nginx/current/certs.map"));
        String id = Stream.of(map.split("\n"))
                .filter(line -> line.startsWith(slug + ".example.org "))
                .map(line -> line.substring(line.indexOf(' ') + 1, line.length() - 1))
                .findFirst()
                .orElseThrow();
        return product.home().resolve("certificates").resolve(id);
    }

    private static void write(Path file, String text, String mode) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }
}
