package ai.nominate.tenantmgr.host.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.host.process.BaseEnvironment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same script run by a user without rights, whose programs must be isolated as those of root are. */
class IsolationTest {
    private static final String NOBODY = "65534";

    @TempDir
    Path root;

    private Home home;
    private Isolation isolation;

    @BeforeEach
    void a_home() {
        home = new Home(root.resolve("home"));
        SafeFiles.write(home.secretKeys(), "key material\n", "rw-------");
        SafeFiles.write(home.releases().resolve("r1/page.html"), "<p>release</p>\n", "r--r--r--");
        SafeFiles.directory(home.tenants().resolve("acme/home"), "rwx------");
        isolation = Isolation.of(home, List.of());
        assertThat(isolation.refusal()).as("this machine isolates").isEmpty();
    }

    @Test
    void a_user_without_rights_isolates_as_root_does() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "for any other user the whole suite is that test");
        give(root);
        Command command =
                command("cat page.html; cat " + home.secretKeys() + "; touch page.html /usr/x && echo WRITTEN;"
                        + " umount " + home.releases().resolve("r1")
                        + " && echo UNDONE; unshare -Urm umount -l /usr && echo UNDONE;"
                        + " echo own > $HOME/f && cat $HOME/f; cat /proc/"
                        + ProcessHandle.current().pid() + "/environ && echo SEEN;"
                        + " id -u; cd /proc; echo [0-9]* | wc -w");

        String said = run(command);

        assertThat(said).contains("<p>release</p>", "own", "1000");
        assertThat(said).doesNotContain("key material", "WRITTEN", "UNDONE", "SEEN");
    }

    @Test
    void a_directory_that_this_installation_shows_is_seen() throws Exception {
        Path shown = Files.createDirectories(root.resolve("tools"));
        Files.writeString(shown.resolve("tool"), "a tool");
        Isolation showing = Isolation.of(home, List.of(shown));

        assertThat(showing.script(command("true"), FileView.nothing(), 0))
                .contains(shown + " " + home.root() + "/run/root" + shown + " none rbind,ro");
    }

    private Command command(String script) {
        return new Command(
                List.of("sh", "-c", script),
                home.releases().resolve("r1"),
                Map.of("HOME", home.tenants().resolve("acme/home").toString()),
                Optional.of(FileView.nothing()
                        .reading(home.releases().resolve("r1"))
                        .writing(home.tenants().resolve("acme/home"))),
                64);
    }

    private String run(Command command) throws IOException {
        List<String> argv =
                new ArrayList<>(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--"));
        argv.addAll(isolation.argv(command));
        ProcessBuilder builder = new ProcessBuilder(argv).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(BaseEnvironment.of(home).variables());
        Process process = builder.start();
        try (var input = process.getOutputStream()) {
            input.write(
                    isolation.script(command, command.view().orElseThrow(), 64).getBytes(StandardCharsets.UTF_8));
        }
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void give(Path root) throws IOException {
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx--x--x"));
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.toList()) {
                Files.setAttribute(path, "unix:uid", Integer.valueOf(NOBODY));
                Files.setAttribute(path, "unix:gid", Integer.valueOf(NOBODY));
            }
        }
    }
}
