package ai.nominate.tenantmgr.nginx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.PermitLost;
import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.kernel.Slot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a change takes effect, and what stays unchanged if it does not. With a real NGINX. */
class NginxSitesTest {
    private Stage stage;
    private App a;
    private App b;

    @BeforeEach
    void begin() throws Exception {
        stage = new Stage();
        a = stage.app("a");
        b = stage.app("b");
        stage.markers.switchTo(Stage.slug("acme"), Slot.A, Permit.ALWAYS);
        stage.markers.switchTo(Stage.slug("beta"), Slot.A, Permit.ALWAYS);
    }

    @AfterEach
    void end() {
        stage.close();
    }

    @Test
    void nginx_is_started_with_the_first_generation_and_unchanged_sites_cost_nothing() {
        assertThat(apply(acme())).isEqualTo(new ApplyResult.Changed(1, List.of()));
        assertThat(apply(acme())).isEqualTo(new ApplyResult.Unchanged(1, List.of()));
        assertThat(apply(acme(), beta())).isEqualTo(new ApplyResult.Changed(2, List.of()));
        assertThat(ask("beta.localhost")).startsWith("b /");
        assertThat(stage.runner.count("kill -HUP")).isEqualTo(1);
    }

    @Test
    void what_is_served_can_be_tested_and_reloaded_and_visitors_notice_nothing() {
        apply(acme());

        assertThat(stage.sites.test()).isEmpty();
        assertThat(stage.sites.reload(Permit.ALWAYS)).isEqualTo(new ApplyResult.Unchanged(1, List.of()));
        assertThat(stage.runner.count("kill -HUP")).isEqualTo(1);
        assertThat(ask("acme.localhost")).startsWith("a /");
    }

    @Test
    void a_file_that_was_damaged_is_named_with_its_line_and_not_reloaded() throws IOException {
        apply(acme(), beta());
        Path hosts = stage.settings.current().resolve("hosts.map");
        Files.writeString(hosts, Files.readString(hosts) + "no line of this map\n");
        int line = Files.readAllLines(hosts).size();
        ApplyResult.Refused refused = new ApplyResult.Refused("hosts.map", line, "not a valid line of this map");

        assertThat(stage.sites.test()).contains(refused);
        assertThat(stage.sites.reload(Permit.ALWAYS)).isEqualTo(refused);
        assertThat(stage.runner.count("kill -HUP")).isZero();
        assertThat(ask("beta.localhost")).startsWith("b /");
    }

    @Test
    void nothing_is_reloaded_before_something_is_served() {
        assertThat(stage.sites.test()).isEmpty();
        assertThat(stage.sites.reload(Permit.ALWAYS))
                .isEqualTo(new ApplyResult.Refused("", 0, "NGINX serves nothing yet"));
    }

    @Test
    void a_host_that_another_tenant_has_is_not_given_away_and_its_claimant_keeps_what_it_had() {
        apply(acme(), beta());
        Site greedy = new Site(
                Stage.slug("acme"),
                Stage.hosts("acme.localhost", "beta.localhost"),
                null,
                Map.of(Slot.A, Stage.slot("r2", b)));
        Site gamma = new Site(
                Stage.slug("gamma"), Stage.hosts("gamma.localhost"), null, Map.of(Slot.A, Stage.slot("r1", a)));
        assertThat(apply(greedy, beta(), gamma))
                .isEqualTo(new ApplyResult.Changed(
                        2, List.of(new QuarantinedSite(Stage.slug("acme"), "beta.localhost belongs to tenant beta"))));
        assertThat(ask("acme.localhost")).startsWith("a /");
        assertThat(ask("beta.localhost")).startsWith("b /");
        assertThat(stage.sites.entry(Stage.slug("acme")))
                .hasValueSatisfying(line -> assertThat(line).contains(",r1,"));
    }

    @Test
    void a_broken_candidate_is_refused_with_file_and_line_and_the_old_generation_serves() throws Exception {
        apply(acme());
        stage.runner.before("-t", () -> append(stage.settings.directory().resolve("gen-000002/hosts.map"), "\"open"));
        assertThat(apply(acme(), beta())).isInstanceOfSatisfying(ApplyResult.Refused.class, refused -> {
            assertThat(refused.file()).isEqualTo("hosts.map");
            assertThat(refused.line()).isEqualTo(3);
            assertThat(refused.reason()).startsWith("unexpected end of file");
        });
        assertThat(ask("acme.localhost")).startsWith("a /");
        assertThat(Files.readSymbolicLink(stage.settings.current())).hasToString("gen-000001");
        assertThat(stage.runner.count("kill -HUP")).isZero();
        stage.runner.before("-t", () -> {});
        assertThat(apply(acme(), beta())).isEqualTo(new ApplyResult.Changed(3, List.of()));
    }

    @Test
    void what_was_prepared_is_brought_in_without_another_test_and_serves_nobody_before() throws Exception {
        apply(acme());

        assertThat(stage.sites.prepare(() -> List.of(acme(), beta()), Permit.ALWAYS))
                .isEmpty();

        assertThat(Files.readSymbolicLink(stage.settings.current())).hasToString("gen-000001");
        assertThat(stage.runner.count("kill -HUP")).isZero();
        long tests = stage.runner.count(" -t ");
        assertThat(apply(acme(), beta())).isEqualTo(new ApplyResult.Changed(2, List.of()));
        assertThat(stage.runner.count(" -t ")).isEqualTo(tests);
        assertThat(ask("beta.localhost")).startsWith("b /");
    }

    @Test
    void what_was_prepared_is_not_brought_in_once_something_else_was_applied() throws Exception {
        apply(acme());
        stage.sites.prepare(() -> List.of(acme(), beta()), Permit.ALWAYS);
        apply(beta());

        assertThat(apply(acme(), beta())).isEqualTo(new ApplyResult.Changed(4, List.of()));

        assertThat(ask("acme.localhost")).startsWith("a /");
        assertThat(ask("beta.localhost")).startsWith("b /");
    }

    @Test
    void a_preparation_that_nginx_refuses_says_so_and_changes_nothing() throws Exception {
        apply(acme());
        stage.runner.before("-t", () -> append(stage.settings.directory().resolve("gen-000002/hosts.map"), "\"open"));

        assertThat(stage.sites.prepare(() -> List.of(acme(), beta()), Permit.ALWAYS))
                .hasValueSatisfying(refused -> assertThat(refused.file()).isEqualTo("hosts.map"));

        stage.runner.before("-t", () -> {});
        assertThat(Files.readSymbolicLink(stage.settings.current())).hasToString("gen-000001");
        assertThat(apply(acme(), beta())).isEqualTo(new ApplyResult.Changed(3, List.of()));
    }

    @Test
    void a_manager_that_was_started_again_prepares_anew_or_does_without() throws Exception {
        apply(acme());
        stage.sites.prepare(() -> List.of(acme(), beta()), Permit.ALWAYS);

        Stage.Wired again = stage.wire(stage.settings);

        assertThat(again.sites().apply(List.of(acme(), beta()), Permit.ALWAYS))
                .isEqualTo(new ApplyResult.Changed(3, List.of()));
        assertThat(ask("beta.localhost")).startsWith("b /");
    }

    @Test
    void a_port_that_another_process_holds_is_named_and_everyone_is_served_as_before() throws Exception {
        apply(acme());
        try (ServerSocket foreign = new ServerSocket(TestPorts.free(), 1, InetAddress.getByName("127.0.0.1"))) {
            Stage.Wired wired = stage.wire(Stage.settings(stage.home, foreign.getLocalPort(), false));
            assertThat(wired.sites().apply(List.of(acme(), beta()), Permit.ALWAYS))
                    .isInstanceOfSatisfying(
                            ApplyResult.Refused.class,
                            refused -> assertThat(refused.reason())
                                    .isEqualTo(
                                            "port %d is in use by another process (127.0.0.1:%d)",
                                            foreign.getLocalPort(), foreign.getLocalPort()));
        }
        assertThat(ask("acme.localhost")).startsWith("a /");
        assertThat(Files.readSymbolicLink(stage.settings.current())).hasToString("gen-000001");
    }

    @Test
    void a_first_start_on_a_port_that_another_process_holds_is_refused_and_works_once_it_is_free() throws Exception {
        try (ServerSocket foreign =
                new ServerSocket(stage.settings.web().value(), 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(apply(acme()))
                    .isInstanceOfSatisfying(
                            ApplyResult.Refused.class,
                            refused -> assertThat(refused.reason())
                                    .startsWith("port " + foreign.getLocalPort() + " is in use by another process"));
        }
        assertThat(apply(acme())).isEqualTo(new ApplyResult.Unchanged(1, List.of()));
        assertThat(ask("acme.localhost")).startsWith("a /");
    }

    @Test
    void a_manager_that_comes_back_adopts_the_nginx_it_finds() {
        apply(acme());
        Stage.Wired back = stage.wire(stage.settings);
        assertThat(back.process().startOrAdopt(Permit.ALWAYS))
                .isInstanceOfSatisfying(
                        NginxStart.Adopted.class,
                        adopted -> assertThat(adopted.reloaded()).isFalse());
        assertThat(back.sites().apply(List.of(acme()), Permit.ALWAYS))
                .isEqualTo(new ApplyResult.Unchanged(1, List.of()));
        assertThat(back.probe()
                        .ask(new DomainName("acme.localhost"), "/", ProbeTarget.LIVE, false, Duration.ofSeconds(5)))
                .isInstanceOfSatisfying(
                        ProbeAnswer.Answered.class,
                        answered -> assertThat(answered.served())
                                .map(ServedBy::slot)
                                .contains("a"));
    }

    @Test
    void a_master_that_was_killed_is_replaced_and_the_requests_of_its_workers_end_well() throws Exception {
        apply(acme());
        long killed = master();
        kill(killed);
        assertThat(ask("acme.localhost")).as("its workers go on").startsWith("a /");

        assertThat(apply(acme())).isEqualTo(new ApplyResult.Unchanged(1, List.of()));
        assertThat(master()).isNotEqualTo(killed);
        assertThat(ask("acme.localhost")).startsWith("a /");
        assertThat(apply(acme(), beta())).isEqualTo(new ApplyResult.Changed(2, List.of()));
        assertThat(ask("beta.localhost")).startsWith("b /");
    }

    @Test
    void a_master_that_was_killed_does_not_fail_the_change_that_finds_it_gone() throws Exception {
        apply(acme());
        kill(master());

        assertThat(apply(acme(), beta())).isEqualTo(new ApplyResult.Changed(2, List.of()));
        assertThat(ask("beta.localhost")).startsWith("b /");
    }

    private static void kill(long pid) throws Exception {
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        process.destroyForcibly();
        process.onExit().get(5, TimeUnit.SECONDS);
    }

    private long master() {
        return stage.process.startOrAdopt(Permit.ALWAYS) instanceof NginxStart.Adopted adopted
                ? adopted.pid()
                : fail("NGINX does not run");
    }

    @Test
    void an_nginx_that_serves_an_older_generation_is_told_to_read_the_current_one() throws Exception {
        apply(acme());
        apply(acme(), beta());
        // As if the manager had crashed between the swap and the reload.
        Path third = stage.settings.directory().resolve("gen-000003");
        Files.createDirectory(third);
        String token = stage.probe.token().orElseThrow().secret().reveal();
        try (Stream<Path> files = Files.list(stage.settings.directory().resolve("gen-000002"))) {
            for (Path file : files.toList()) {
                String text = Files.readString(file).replace("000002", "000003");
                text = text.replace(token, "0123456789abcdef0123456789abcdef");
                Files.writeString(third.resolve(file.getFileName()), text);
            }
        }
        new Generations(stage.settings).use(3, Permit.ALWAYS);
        Stage.Wired back = stage.wire(stage.settings);
        assertThat(back.process().startOrAdopt(Permit.ALWAYS))
                .isInstanceOfSatisfying(
                        NginxStart.Adopted.class,
                        adopted -> assertThat(adopted.reloaded()).isTrue());
        assertThat(back.probe().generation()).hasValue(3);
    }

    @Test
    void a_caller_that_may_no_longer_act_changes_nothing() {
        apply(acme());
        Permit lost = () -> {
            throw new PermitLost("taken over");
        };
        assertThatThrownBy(() -> stage.sites.apply(List.of(acme(), beta()), lost))
                .isInstanceOf(PermitLost.class);
        assertThat(apply(acme())).isEqualTo(new ApplyResult.Unchanged(1, List.of()));
    }

    @Test
    void wishes_that_pile_up_are_fulfilled_together() throws Exception {
        apply(acme());
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<ApplyResult> first = threads.submit(() -> stage.sites.apply(
                    () -> {
                        reading.countDown();
                        await(go);
                        return List.of(acme(), beta());
                    },
                    Permit.ALWAYS));
            await(reading);
            List<Thread> waiting = new ArrayList<>();
            List<CompletableFuture<ApplyResult>> answers = new ArrayList<>();
            for (int i = 1; i <= 20; i++) {
                Site more = new Site(Stage.slug("more" + i), Stage.hosts("more" + i + ".localhost"), null, Map.of());
                CompletableFuture<ApplyResult> answer = new CompletableFuture<>();
                answers.add(answer);
                Thread thread = Thread.startVirtualThread(
                        () -> answer.complete(stage.sites.apply(List.of(acme(), beta(), more), Permit.ALWAYS)));
                waiting.add(thread);
                Stage.eventually(() -> thread.getState() == Thread.State.WAITING);
            }
            go.countDown();
            assertThat(first.get()).isEqualTo(new ApplyResult.Changed(2, List.of()));
            for (CompletableFuture<ApplyResult> answer : answers) {
                assertThat(answer.get()).isEqualTo(new ApplyResult.Changed(3, List.of()));
            }
        }
        assertThat(stage.sites.files().get("hosts.map"))
                .contains("more20.localhost more20;")
                .doesNotContain("more19");
        assertThat(stage.runner.count("kill -HUP")).isEqualTo(2);
    }

    @Test
    void only_the_last_five_generations_are_kept_and_secrets_are_for_the_owner_alone() throws Exception {
        for (int i = 1; i <= 8; i++) {
            Site site = new Site(
                    Stage.slug("acme"), Stage.hosts("acme.localhost"), null, Map.of(Slot.A, Stage.slot("r" + i, a)));
            assertThat(apply(site)).isEqualTo(new ApplyResult.Changed(i, List.of()));
        }
        try (Stream<Path> entries = Files.list(stage.settings.directory())) {
            assertThat(entries.map(path -> path.getFileName().toString()).filter(name -> name.startsWith("gen-")))
                    .containsExactlyInAnyOrder("gen-000004", "gen-000005", "gen-000006", "gen-000007", "gen-000008");
        }
        assertThat(Files.getPosixFilePermissions(stage.settings.current().resolve("probe.map")))
                .hasToString("[OWNER_READ, OWNER_WRITE]");
        assertThat(stage.sites.files()).doesNotContainKey("probe.map").containsKey("nginx.conf");
    }

    @Test
    void an_edited_map_is_written_anew_and_what_is_strange_in_it_is_not_taken_over() throws Exception {
        apply(acme(), beta());
        Path slots = stage.settings.current().resolve("slots.map");
        Files.writeString(slots, "include /etc/passwd;\n" + Files.readString(slots));
        assertThat(apply(acme(), beta())).isEqualTo(new ApplyResult.Changed(2, List.of()));
        assertThat(stage.sites.files().get("slots.map")).doesNotContain("include");
    }

    @Test
    void a_server_leads_visitors_to_https_but_only_where_there_is_a_certificate() throws Exception {
        stage.authority.issue(stage.home.certificates().resolve("c1"), 7, "acme.localhost");
        NginxSettings server = Stage.settings(stage.home, TestPorts.free(), true);
        Site secured =
                new Site(Stage.slug("acme"), Stage.hosts("acme.localhost"), "c1", Map.of(Slot.A, Stage.slot("r1", a)));
        stage.wire(server).sites().apply(List.of(secured, beta()), Permit.ALWAYS);
        try (Visitor http = new Visitor(stage.vertx, server.http().value(), false, false);
                Visitor https = new Visitor(stage.vertx, server.https().value(), true, false)) {
            Visitor.Answer answer = http.post("acme.localhost", "/x?y=1", "");
            assertThat(answer.status()).isEqualTo(308);
            assertThat(answer.header("Location")).isEqualTo("https://acme.localhost:" + server.https() + "/x?y=1");
            assertThat(http.get("beta.localhost", "/").status()).isEqualTo(200);
            assertThat(https.get("acme.localhost", "/").header("Strict-Transport-Security"))
                    .isEqualTo("max-age=15768000");
        }
    }

    @Test
    void a_switch_under_load_fails_no_request() throws Exception {
        Site both = new Site(
                Stage.slug("acme"),
                Stage.hosts("acme.localhost"),
                null,
                Map.of(Slot.A, Stage.slot("r1", a), Slot.B, Stage.slot("r2", b)));
        apply(both);
        Load load = new Load(both);
        load.during(
                () -> {
                    Slot next = Slot.B;
                    for (int i = 0; i < 30; i++, next = next.other()) {
                        stage.markers.switchTo(Stage.slug("acme"), next, Permit.ALWAYS);
                        load.awaitMore(100);
                    }
                    return null;
                },
                true,
                false);
        assertThat(load.failures).isEmpty();
        assertThat(load.answered.get()).isGreaterThanOrEqualTo(3000);
    }

    @Test
    void changes_under_load_fail_no_request() throws Exception {
        apply(acme());
        Load load = new Load(acme());
        load.during(
                () -> {
                    for (int i = 2; i < 8; i++) {
                        Site other = new Site(
                                Stage.slug("other" + i), Stage.hosts("other" + i + ".localhost"), null, Map.of());
                        assertThat(apply(acme(), other)).isEqualTo(new ApplyResult.Changed(i, List.of()));
                        load.awaitMore(50);
                    }
                    return null;
                },
                false);
        assertThat(load.failures).isEmpty();
    }

    /** Visitors that send requests continuously, on new or kept connections, and record errors. */
    private final class Load {
        final List<String> failures = Collections.synchronizedList(new ArrayList<>());
        final AtomicLong answered = new AtomicLong();
        private final String host;

        Load(Site site) {
            host = site.hosts().getFirst().value();
        }

        void awaitMore(long count) {
            long until = answered.get() + count;
            Stage.eventually(() -> answered.get() >= until);
        }

        void during(Callable<Void> change, boolean... keptAlive) throws Exception {
            AtomicBoolean over = new AtomicBoolean();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (boolean kept : keptAlive) {
                    Visitor visitor = stage.keep(
                            new Visitor(stage.vertx, stage.settings.http().value(), false, kept));
                    IntStream.range(0, 4).forEach(i -> threads.submit(() -> ask(visitor, over)));
                }
                try {
                    change.call();
                } finally {
                    over.set(true);
                }
            }
        }

        private void ask(Visitor visitor, AtomicBoolean over) {
            while (!over.get()) {
                try {
                    Visitor.Answer answer = visitor.get(host, "/");
                    if (answer.status() != 200 || !answer.body().matches("(?s)[ab] /\n.*")) {
                        failures.add(answer.toString());
                    }
                } catch (RuntimeException e) {
                    failures.add(e.toString());
                }
                answered.incrementAndGet();
            }
        }
    }

    private ApplyResult apply(Site... sites) {
        return stage.sites.apply(List.of(sites), Permit.ALWAYS);
    }

    private Site acme() {
        return new Site(Stage.slug("acme"), Stage.hosts("acme.localhost"), null, Map.of(Slot.A, Stage.slot("r1", a)));
    }

    private Site beta() {
        return new Site(Stage.slug("beta"), Stage.hosts("beta.localhost"), null, Map.of(Slot.A, Stage.slot("r1", b)));
    }

    private String ask(String host) {
        try (Visitor visitor = new Visitor(stage.vertx, stage.settings.http().value(), false, false)) {
            return visitor.get(host, "/").body();
        }
    }

    private static void append(Path file, String text) {
        try {
            Files.writeString(file, text, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
