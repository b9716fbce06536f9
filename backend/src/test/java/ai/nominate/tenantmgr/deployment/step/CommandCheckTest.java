package ai.nominate.tenantmgr.deployment.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.nominate.tenantmgr.config.PinnedConfig;
import ai.nominate.tenantmgr.kernel.EnvKey;
import ai.nominate.tenantmgr.kernel.FieldError;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.Secret;
import ai.nominate.tenantmgr.manifest.Manifest;
import ai.nominate.tenantmgr.manifest.ManifestReader;
import ai.nominate.tenantmgr.manifest.ManifestResult;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommandCheckTest {
    private static final PinnedConfig CONFIG = new PinnedConfig(
            1,
            Optional.of("ada@example.org"),
            "admin",
            new Secret("pw"),
            Map.of(new EnvKey("REGION"), "eu"),
            Map.of(new EnvKey("API_KEY"), new Secret("k")));

    @Test
    void a_command_may_refer_to_everything_that_its_environment_has() {
        Manifest manifest = manifest("""
                services:
                  web: { command: [./run, "${PORT}", "${HOST}", "${HOME}", "${REGION}", "${API_KEY}", "${TOKEN}"] }
                  worker: { command: [./run, "${DATABASE_URL}", "${LOCALE}", "${ADMIN_EMAIL}", "${TENANT_ALIASES}"] }
                routes: { /: web }
                database: { migrate: [./run, "${DATABASE_JDBC_URL}"] }
                env: { defaults: { LOCALE: "${REGION}" }, generated: [TOKEN] }
                """);
        assertThatCode(() -> CommandCheck.require(manifest, CONFIG)).doesNotThrowAnyException();
    }

    @Test
    void an_unknown_name_is_refused_with_its_field() {
        Manifest manifest = manifest("""
                services:
                  web: { command: [./run, "${DATABASE_URL}"] }
                  worker: { command: [./run, "${PORT}"] }
                routes: { /: web }
                env: { defaults: { A: "${NO}" } }
                commands: { seed: [./run, "${SEED}"] }
                """);

        ProblemException refused =
                catchThrowableOfType(ProblemException.class, () -> CommandCheck.require(manifest, CONFIG));

        assertThat(refused.errors())
                .extracting(FieldError::field)
                .containsExactly(
                        "services.web.command[1]", "services.worker.command[1]", "commands.seed[1]", "env.defaults.A");
        assertThat(refused.errors().get(1).message()).contains("only a service with a route or a health check");
        assertThat(refused.errors().get(2).message()).contains("${SEED}, which has no value", "$${SEED}");
    }

    private static Manifest manifest(String rest) {
        return switch (ManifestReader.read("apiVersion: tenantmgr/v1\nname: x\n" + rest)) {
            case ManifestResult.Valid valid -> valid.manifest();
            case ManifestResult.Invalid invalid -> throw new AssertionError(invalid);
        };
    }
}
