package ai.nominate.tenantmgr.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.job.Permit;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An NGINX of its own serves the manager's pages, as on a server. */
class SeparatePagesTest {
    @Test
    void the_pages_stay_while_the_nginx_of_the_tenants_is_gone() throws Exception {
        try (Stage stage = new Stage()) {
            stage.write("spa/index.html", "<!doctype html><title>Manager</title>");
            NginxSettings separate = separate(stage.settings);
            Stage.Wired wired = stage.wire(separate);
            assertThat(wired.sites().apply(List.of(), Permit.ALWAYS)).isInstanceOf(ApplyResult.Changed.class);
            assertThat(listens(separate.http().value())).isTrue();
            assertThat(listens(separate.web().value())).isFalse();

            Process frontend = frontend(stage.root, separate);
            try {
                Stage.eventually(() -> listens(separate.web().value()));
                wired.process().stop();
                Visitor.Answer page = stage.web().get("localhost", "/tenants");
                assertThat(page.status()).isEqualTo(200);
                assertThat(page.body()).contains("<title>Manager</title>");
                assertThat(page.header("Content-Security-Policy")).contains("style-src 'self'");
                assertThat(stage.web().get("localhost", "/api/x").status()).isEqualTo(503);
                assertThat(stage.web().get("evil.example", "/").status()).isEqualTo(421);
            } finally {
                frontend.destroy();
                frontend.waitFor();
            }
        }
    }

    private static NginxSettings separate(NginxSettings plain) {
        return new NginxSettings(
                plain.program(),
                plain.home(),
                plain.addresses(),
                plain.address(),
                new NginxSettings.Pages(List.of("127.0.0.1"), plain.web(), true),
                plain.api(),
                plain.spa(),
                plain.proxies(),
                plain.hosts());
    }

    /** Started as tenantmgr-frontend.service starts it. */
    private static Process frontend(Path root, NginxSettings settings) throws IOException {
        Path prefix = Files.createDirectory(root.resolve("frontend"));
        return new ProcessBuilder(
                        settings.program(),
                        "-c",
                        settings.current().resolve("frontend.conf").toString(),
                        "-p",
                        prefix + "/",
                        "-e",
                        "stderr")
                .redirectErrorStream(true)
                .redirectOutput(prefix.resolve("log").toFile())
                .start();
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
