package ai.nominate.tenantmgr;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.kernel.Role;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.websockets.next.WebSocket;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every entry point of the manager, found in its classes and in the running server, requires a role or is declared
 * public.
 */
@QuarkusTest
class DoorsTest {
    private static final JavaClasses PRODUCT = ProductClasses.alone();
    private static final String JSON = "application/json";
    /** Takes no sign-in but a signature, without which it answers nothing: {@code OwnerResourceTest}. */
    private static final String FOR_MANAGERS = "POST /internal/{question}";

    /** The routes of the server beside the sockets: the resources, and the paths under /q. */
    private static final Set<String> HANDED_ON = Set.of("/", "/q/");

    private final Router router;

    DoorsTest(Router router) {
        this.router = router;
    }

    /**
     * The contract documents a stream as part of the JSON operation with the same path; each of them must require that
     * path's role.
     */
    @Test
    void every_route_and_each_of_its_formats_has_the_role_of_its_address() {
        Map<String, Set<String>> roles = new TreeMap<>();
        doors().forEach(door ->
                roles.computeIfAbsent(door.name(), name -> new TreeSet<>()).add(door.role()));

        Map<String, Set<String>> expected = new TreeMap<>();
        RolesTest.leastRoles().forEach((name, role) -> expected.put(name, Set.of(role)));
        expected.put(FOR_MANAGERS, Set.of(RolesTest.NOBODY_ASKED));
        assertThat(roles).isEqualTo(expected);
    }

    @TestFactory
    Stream<DynamicTest> a_stream_is_shut_as_its_address_is() {
        return doors().filter(
                        door -> !door.format().equals(JSON) && !door.role().equals(RolesTest.NOBODY_ASKED))
                .map(door -> DynamicTest.dynamicTest(door.name() + " as " + door.format(), () -> {
                    assertThat(door.ask(Api.anonymous()).status()).isEqualTo(401);
                    for (Role role : Role.values()) {
                        if (!role.includes(Role.of(door.role()))) {
                            assertThat(door.ask(Api.as(role)).status()).isEqualTo(403);
                        }
                    }
                    assertThat(door.ask(Api.admin()).status()).isIn(200, 404);
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_websocket_opens_only_for_those_who_are_signed_in() {
        assertThat(sockets()).isNotEmpty();
        return sockets().stream()
                .map(path -> path.replaceAll("\\{[^}]+}", "unknown"))
                .map(path -> DynamicTest.dynamicTest(path, () -> {
                    assertThat(handshake(path, "")).startsWith("HTTP/1.1 401");
                    assertThat(handshake(path, "Authorization: Bearer nonsense\r\n"))
                            .startsWith("HTTP/1.1 401");
                    for (String header : Api.as(Role.VIEWER).headers().subList(1, 2)) {
                        assertThat(handshake(path, "Authorization: " + header + "\r\n"))
                                .startsWith("HTTP/1.1 101");
                    }
                }));
    }

    @Test
    void the_server_hands_on_to_nothing_that_is_not_known() {
        Set<String> paths = router.getRoutes().stream()
                .map(Route::getPath)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));

        Set<String> known = new TreeSet<>(HANDED_ON);
        sockets().forEach(path -> known.add(path.replaceAll("\\{([^}]+)}", ":$1")));
        assertThat(paths).isEqualTo(known);
    }

    private static List<String> sockets() {
        return PRODUCT.stream()
                .filter(each -> each.isAnnotatedWith(WebSocket.class))
                .map(each -> each.getAnnotationOfType(WebSocket.class).path())
                .toList();
    }

    /** An interface that no class implements is a client of another server. */
    private static Stream<Door> doors() {
        return PRODUCT.stream()
                .filter(owner ->
                        !(owner.isInterface() && owner.getAllSubclasses().isEmpty()))
                .flatMap(owner -> owner.getMethods().stream())
                .flatMap(method -> verb(method).stream().map(verb -> door(verb, method)));
    }

    private static Optional<String> verb(JavaMethod method) {
        return method.getAnnotations().stream()
                .map(JavaAnnotation::getRawType)
                .map(type -> type.reflect().getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull)
                .map(HttpMethod::value)
                .findFirst();
    }

    private static Door door(String verb, JavaMethod method) {
        String path = path(method.getOwner().tryGetAnnotationOfType(jakarta.ws.rs.Path.class))
                + path(method.tryGetAnnotationOfType(jakarta.ws.rs.Path.class));
        String role = method.isAnnotatedWith(PermitAll.class)
                ? RolesTest.NOBODY_ASKED
                : String.join(
                        " ", method.getAnnotationOfType(RolesAllowed.class).value());
        String format = method.tryGetAnnotationOfType(Produces.class)
                .map(produces -> produces.value()[0].split(";")[0])
                .orElse(JSON);
        return new Door(verb, path, format, role);
    }

    private static String path(Optional<jakarta.ws.rs.Path> path) {
        return path.map(each -> each.value()).orElse("");
    }

    private static String handshake(String path, String header) {
        try (Socket socket = new Socket("127.0.0.1", Api.uri("").getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(("GET " + path
                                    + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                    + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                                    + header + "\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] answer = new byte[100];
            int length = socket.getInputStream().readNBytes(answer, 0, 12);
            return new String(answer, 0, length, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Door(String verb, String path, String format, String role) {
        String name() {
            return verb + " " + path;
        }

        Api.Answer ask(Api caller) {
            return caller.with("Accept", format).send(verb, path.replaceAll("\\{[^}]+}", "unknown"), null);
        }
    }
}
