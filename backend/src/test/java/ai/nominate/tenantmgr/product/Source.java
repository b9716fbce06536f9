package ai.nominate.tenantmgr.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.postgresql.Driver;

/** A directory with the sample application's sources, in the last requested variant. */
final class Source {
    static final String FIRST = "first";
    static final String SECOND = "second";

    private static final String MANIFEST = "tenant-app.yaml";
    private final Path sampleApp;
    private final Path directory;

    Source(Path sampleApp, Path directory) {
        this.sampleApp = sampleApp;
        this.directory = directory;
    }

    Path directory() {
        return directory;
    }

    Map<String, String> asTenantSource() {
        return Map.of("kind", "directory", "location", directory.toString());
    }

    Source firstRelease() {
        return variant();
    }

    Source secondRelease() {
        return variant("--second");
    }

    /** The second release with a fault. */
    Source secondWithFault(String word) {
        return variant("--second", "--fault", word);
    }

    /** A different application, which serves files and has no database. */
    Source withoutDatabase() {
        delete(directory);
        write(directory.resolve(MANIFEST), """
                apiVersion: tenantmgr/v1
                name: files
                services: { frontend: { command: [./serve], health: /, memory: 128M } }
                routes: { /: frontend }
                """);
        write(directory.resolve("index.html"), "<html>files</html>");
        write(directory.resolve("api/health"), "well");
        write(directory.resolve(".env"), "SECRET=told");
        Path script = directory.resolve("serve");
        write(script, """
                #!/bin/sh
                exec '%s/bin/jwebserver' -b 127.0.0.1 -p "$PORT" -d "$PWD" -o none
                """.formatted(System.getProperty("java.home")));
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return this;
    }

    /** Changes the manifest, which must contain the text. */
    Source replacingInManifest(String text, String replacement) {
        String manifest = read(directory.resolve(MANIFEST));
        assertThat(manifest).contains(text);
        write(directory.resolve(MANIFEST), manifest.replace(text, replacement));
        return this;
    }

    Source withManifest(String text) {
        write(directory.resolve(MANIFEST), text);
        return this;
    }

    /** Makes the build wait at a gate. */
    Gate gateBeforeBuild() {
        Gate gate = gate();
        replacingInManifest("[\"./build.sh\"]", "[\"./gated\", \"./build.sh\"]");
        return gate;
    }

    /** Makes the migration wait at a gate. */
    Gate gateBeforeMigration() {
        Gate gate = gate();
        replacingInManifest("migrate: [", "migrate: [\"./gated\", ");
        return gate;
    }

    /** Makes the backend refuse to start while its environment has a value for this variable. */
    Source refusingToStartWith(String variable) {
        Path script = directory.resolve("strict");
        write(script, """
                #!/bin/sh
                [ -z "$%1$s" ] || { echo "%1$s is not supported"; exit 1; }
                exec "$@"
                """.formatted(variable));
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return replacingInManifest(
                "command: [\"./run\", \"backend\"]", "command: [\"./strict\", \"./run\", \"backend\"]");
    }

    /** Makes the build first write this many numbered lines over about this time. */
    Source sayingBeforeBuild(int lines, Duration over) {
        Path script = directory.resolve("talkative");
        write(script, """
                #!/bin/sh
                line=0
                while [ $line -lt %1$d ]; do
                  line=$((line + 1))
                  echo "line $line of %1$d"
                  [ $((line %% %2$d)) -ne 0 ] || sleep 0.1
                done
                exec "$@"
                """.formatted(lines, Math.max(1, lines * 100L / over.toMillis())));
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return replacingInManifest("[\"./build.sh\"]", "[\"./talkative\", \"./build.sh\"]");
    }

    private Gate gate() {
        Gate gate = new Gate();
        Path script = directory.resolve("gated");
        write(script, gate.script());
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return gate;
    }

    private Source variant(String... options) {
        delete(directory);
        List<String> command = new ArrayList<>(List.of("./make-release.sh", directory.toString()));
        command.addAll(List.of(options));
        execute(sampleApp, command.toArray(String[]::new));
        Path driver = directory.resolve("lib/postgresql.jar");
        if (!Files.exists(driver)) {
            copy(driverOnClassPath(), driver);
        }
        return this;
    }

    private static Path driverOnClassPath() {
        return Path.of(
                Driver.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    static void execute(Path directory, String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as("%s: %s", List.of(command), output).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static void delete(Path tree) {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) {
        try {
            Files.createDirectories(to.getParent());
            Files.copy(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
