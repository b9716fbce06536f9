package ai.nominate.tenantmgr.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs the product as a user without rights although the tests run as root, when {@code -Dtest.ordinaryUser=true} asks for it. */
final class OrdinaryUser {
    private static final String NOBODY = "65534";
    private static final List<String> PARTS =
            List.of("backend/jvm.options", "backend/target/quarkus-app", "frontend/dist", "deploy/run", "deploy/setup");

    static final boolean IS_WANTED = Boolean.getBoolean("test.ordinaryUser");
    static final List<String> COMMAND =
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--");

    private OrdinaryUser() {}

    /** A copy of the program, since this user may be unable to read the clone; all of the directory becomes the user's. */
    static Path program(Path clone, Path directory) {
        Path program = directory.resolve("program");
        try {
            for (String part : PARTS) {
                Path copy = program.resolve(part);
                Files.createDirectories(copy.getParent());
                run("cp", "-r", clone.resolve(part).toString(), copy.toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        run("chown", "-R", NOBODY + ":" + NOBODY, directory.toString());
        return program;
    }

    private static void run(String... command) {
        try {
            assertThat(new ProcessBuilder(command).inheritIO().start().waitFor())
                    .as(String.join(" ", command))
                    .isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
