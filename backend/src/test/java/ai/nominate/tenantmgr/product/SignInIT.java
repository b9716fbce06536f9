package ai.nominate.tenantmgr.product;

import static ai.nominate.tenantmgr.host.Eventually.eventually;


import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sign-in through NGINX and directly, and the owner's offline commands. */
@ExtendWith(OnProduct.class)
class SignInIT {
    private final Product product;
    private final Path passwordFile;

    SignInIT(Product product) {
        this.product = product;
        this.passwordFile = product.home().resolve("admin-password");
    }

    /** The state that all other tests expect. */
    @AfterEach
    void the_usual_password() throws IOException {
        product.maintain(Product.PASSWORD, "reset-admin");
        product.api().signIn(Product.PASSWORD);
    }

    @Test
    void nginx_tells_who_asks_and_nobody_else_can() throws Exception {
        assertThat(login(product.webPort(), "127.0.0.2", Product.PASSWORD)).isEqualTo(200);
        assertThat(lastSignIn().path("address").asText()).isEqualTo("127.0.0.2");

        assertThat(login(product.apiPort(), "127.0.0.3", Product.PASSWORD)).isEqualTo(200);
        assertThat(lastSignIn().path("address").asText()).isEqualTo("127.0.0.3");
    }

    @Test
    void failures_outlive_a_restart_and_hold_up_nobody_else() throws Exception {
        for (int i = 0; i < 6; i++) {
            assertThat(login(product.webPort(), "127.0.0.4", "wrong")).isEqualTo(401);
        }
        assertThat(login(product.webPort(), "127.0.0.4", "wrong")).isEqualTo(429);
        product.kill9();
        product.start();

        eventually(
                "after the wait one more attempt is accepted",
                () -> login(product.webPort(), "127.0.0.4", "wrong") == 401);
        assertThat(login(product.webPort(), "127.0.0.4", Product.PASSWORD)).isEqualTo(429);
        assertThat(login(product.webPort(), "127.0.0.5", Product.PASSWORD)).isEqualTo(200);
    }

    @Test
    void admin_gets_a_new_password_while_the_manager_runs_and_every_session_ends() throws IOException {
        assertThat(product.maintain(null, "reset-admin")).contains("admin has a new password");

        String made = Files.readString(passwordFile).strip();
        assertThat(made).hasSizeGreaterThan(20);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(passwordFile)))
                .isEqualTo("rw-------");
        eventually(
                "the session has ended",
                () -> product.api().send("GET", "/api/auth/me", null).status() == 401);
        product.api().signIn(made);
        JsonNode entry = product.api()
                .get("/api/audit?action=user.change&size=1")
                .path("items")
                .path(0);
        assertThat(entry.path("actor").asText()).isEqualTo("tenantmgr");
        assertThat(entry.path("after").path("password").asText()).isEqualTo("•••");
    }

    @Test
    void admin_gets_a_given_password_while_the_manager_is_stopped() throws IOException {
        product.kill9();
        product.maintain("given while it was away", "reset-admin");
        product.start();

        assertThat(product.api().send("GET", "/api/auth/me", null).status()).isEqualTo(401);
        product.api().signIn("given while it was away");
    }

    @Test
    void a_new_key_signs_and_the_old_tokens_stay_good_unless_they_are_ended() throws IOException {
        product.maintain(Product.PASSWORD, "rotate-jwt");
        assertThat(product.api().send("GET", "/api/auth/me", null).status()).isEqualTo(200);

        product.maintain(Product.PASSWORD, "rotate-jwt", "end-all");
        eventually(
                "the old token is invalid",
                () -> product.api().send("GET", "/api/auth/me", null).status() == 401);
    }

    private JsonNode lastSignIn() {
        return product.api()
                .get("/api/audit?action=auth.sign-in&size=1")
                .path("items")
                .path(0);
    }

    /** From another address of this machine, with forged headers. */
    private static int login(int port, String from, String password) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/auth/login"))
                .header("Content-Type", "application/json")
                .header("X-Real-IP", "6.6.6.6")
                .header("X-Forwarded-For", "6.6.6.6")
                .header("Forwarded", "for=6.6.6.6")
                .header("X-Tenantmgr-Proxy", "guessed")
                .POST(BodyPublishers.ofString("{\"username\": \"admin\", \"password\": \"" + password + "\"}"))
                .build();
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .localAddress(InetAddress.ofLiteral(from))
                .build()) {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
