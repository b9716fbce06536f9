package ai.nominate.tenantmgr.health;

import ai.nominate.tenantmgr.health.probe.CheckKind;
import ai.nominate.tenantmgr.health.probe.CheckTarget;
import ai.nominate.tenantmgr.health.probe.Outcome;
import ai.nominate.tenantmgr.health.probe.Probe;
import ai.nominate.tenantmgr.health.probe.Verdict;
import ai.nominate.tenantmgr.health.probe.WarningLimits;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.kernel.PortNumber;
import ai.nominate.tenantmgr.kernel.PublicAddress;
import ai.nominate.tenantmgr.manifest.HealthSpec;
import ai.nominate.tenantmgr.nginx.NginxSettings;
import ai.nominate.tenantmgr.nginx.ProbeAnswer;
import ai.nominate.tenantmgr.nginx.ProbeTarget;
import ai.nominate.tenantmgr.nginx.PublicProbe;
import ai.nominate.tenantmgr.schedule.ScheduleBook;
import ai.nominate.tenantmgr.settings.Settings;
import ai.nominate.tenantmgr.slot.HealthProbe;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.inject.Vetoed;
import jakarta.inject.Inject;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * 5,000 tenants with their site, backend and services checked every 45 s, which makes as many results as 20,000 checks a minute: the
 * product's scheduler, judge, writer and database, its own probe of sites (TLS, through NGINX) and of backends, against one stub.
 * {@code deploy/bench/health} runs it and the stub, and reads the figures: "name value".
 */
@QuarkusTest
class HealthBench {
    private static final int TENANTS = Integer.getInteger("bench.tenants", 5_000);
    private static final int INTERVAL_S = 45;
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @Inject
    HealthTable table;

    @Inject
    HealthPartitions partitions;

    @Inject
    Settings settings;

    @Inject
    Pool pool;

    private final List<CheckTarget> targets = IntStream.range(0, TENANTS)
            .mapToObj(number -> Checked.service(
                    new UUID(0x0190_0000_0000_7000L, number), "bench-" + number, "site-" + number + ".bench.example"))
            .toList();

    @Test
    void checks_are_held_within_their_interval() throws Exception {
        Path home = Files.createTempDirectory("bench-home");
        NginxSettings nginx = new NginxSettings(
                "nginx",
                new Home(home),
                List.of("127.0.0.1"),
                new PublicAddress(PublicAddress.Scheme.HTTPS, port("bench.http"), port("bench.https")),
                port("bench.http"),
                port("bench.http"),
                home.resolve("spa"));
        PublicProbe site = new PublicProbe(nginx, Vertx.vertx(), Path.of(System.getProperty("bench.authority")));
        HealthProbe backend = new HealthProbe(URI.create("http://bench.example"));
        PortNumber port = port("bench.http");
        HealthSpec spec = new HealthSpec("/health", List.of(), HealthSpec.DEFAULT_TIMEOUT);
        addTenants();
        Reactive.await(() -> pool.query("insert into setting (key, value, updated_by) values ('health.interval', '"
                        + INTERVAL_S + "s', 'bench') on conflict (key) do update set value = excluded.value")
                .execute());
        List<Probe> probes = List.of(
                new Each(
                        CheckKind.FRONTEND, target -> site(site, target.tenant().domain())),
                new Each(CheckKind.BACKEND, target -> {
                    HealthProbe.Answer answer = backend.ask(port, spec);
                    return Outcome.of(answer.isWell() ? Verdict.OK : Verdict.FAILED, answer.sentence());
                }),
                new Each(CheckKind.SERVICE, target -> Outcome.of(Verdict.OK, "The service runs")),
                new Each(CheckKind.DISK, target -> Outcome.of(Verdict.OK, "41 % of the disk is free")),
                new Each(CheckKind.CERTIFICATE, target -> Outcome.of(Verdict.OK, "Ends in 61 days")));
        Checking checking = new Checking(
                probes,
                Clock.systemUTC(),
                (schedule, buffer) -> new HealthWriter(
                        new Known(), table, partitions, settings, schedule, buffer, Permit.ALWAYS, Clock.systemUTC()),
                new ScheduleBook(Clock.systemUTC())
                        .register("health.checks", "Health checks", Checking.TURN, Duration.ofMinutes(2)));
        checking.start();
        TimeUnit.SECONDS.sleep(Integer.getInteger("bench.warm", 75));
        measure(Duration.ofSeconds(Integer.getInteger("bench.seconds", 100)));
        checking.stop();
    }

    private void measure(Duration span) throws Exception {
        Instant begin = Instant.now();
        long manager = managerNanos();
        long database = databaseTicks();
        TimeUnit.MILLISECONDS.sleep(span.toMillis());
        double seconds = Duration.between(begin, Instant.now()).toMillis() / 1000.0;
        double managerCores = (managerNanos() - manager) / 1e9 / seconds;
        double databaseCores = (databaseTicks() - database) / 100.0 / seconds;
        TimeUnit.SECONDS.sleep(3);
        Row found = one("""
                with gap as (
                    select verdict, extract(epoch from at - lag(at) over (partition by tenant_id, kind order by at)) as s, at
                    from health_sample where kind <= 3 and tenant_id in (select id from tenant where slug like 'bench-%%'))
                select count(*) as results, count(*) filter (where verdict <> 0) as bad, count(s) as gaps,
                       coalesce(max(s), 0)::float8 as longest,
                       coalesce(percentile_cont(0.99) within group (order by s), 0)::float8 as p99
                from gap where at >= '%s' and at < '%s'""".formatted(begin, begin.plus(span)));
        Row checks = one(
                "select count(*) as n from health_check c join tenant t on t.id = c.tenant_id where slug like 'bench-%'");
        Map<String, Object> figures = new java.util.LinkedHashMap<>();
        figures.put("checks", checks.getLong("n"));
        figures.put("perSecond", Math.round(found.getLong("results") / seconds));
        figures.put("bad", found.getLong("bad"));
        figures.put("longest", Math.round(found.getDouble("longest") * 1000));
        figures.put("p99", Math.round(found.getDouble("p99") * 1000));
        figures.put("managerMillicores", Math.round(managerCores * 1000));
        figures.put("databaseMillicores", Math.round(databaseCores * 1000));
        try (PrintStream out = new PrintStream(System.getProperty("bench.figures"))) {
            figures.forEach((name, value) -> out.println(name + " " + value));
        }
    }

    private static Outcome site(PublicProbe site, DomainName domain) {
        return switch (site.askOften(domain, "/", ProbeTarget.LIVE, LIMIT)) {
            case ProbeAnswer.Silent silent -> Outcome.of(Verdict.FAILED, silent.reason());
            case ProbeAnswer.Answered answered -> new Outcome(Verdict.OK, 1, "/ answers " + answered.status());
        };
    }

    private void addTenants() {
        List<String> rows = new ArrayList<>();
        targets.forEach(target -> rows.add("('" + target.tenant().id() + "', 1, '"
                + target.tenant().slug() + "', 'Bench', '" + target.tenant().domain() + "', 'active')"));
        Reactive.await(() -> pool.query("insert into tenant (id, server_id, slug, name, domain, status) values "
                        + String.join(",", rows))
                .execute());
    }

    private Row one(String sql) {
        return Reactive.await(() -> pool.query(sql).execute()).iterator().next();
    }

    private static PortNumber port(String property) {
        return new PortNumber(Integer.getInteger(property));
    }

    private static long managerNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    /** Of all processes of PostgreSQL, those that have ended included, in hundredths of a second. */
    private static long databaseTicks() throws Exception {
        long ticks = 0;
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            for (Path process : all.filter(path -> path.getFileName().toString().matches("[0-9]+"))
                    .toList()) {
                ticks += ticksOf(process);
            }
        }
        return ticks;
    }

    private static long ticksOf(Path process) {
        try {
            String stat = Files.readString(process.resolve("stat"));
            String home = Files.readSymbolicLink(process.resolve("cwd")).toString();
            if (!stat.contains("(postgres)")
                    || !home.startsWith(Path.of("target").toAbsolutePath().toString())) {
                return 0;
            }
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return IntStream.rangeClosed(11, 14)
                    .mapToLong(field -> Long.parseLong(fields[field]))
                    .sum();
        } catch (java.io.IOException | RuntimeException e) {
            return 0; // it has ended
        }
    }

    private record Each(CheckKind kind, Function<CheckTarget, Outcome> eye) implements Probe {
        @Override
        public boolean isBatched() {
            return kind == CheckKind.SERVICE;
        }

        @Override
        public Map<UUID, Outcome> look(List<CheckTarget> seen) {
            return seen.stream()
                    .collect(Collectors.toMap(target -> target.tenant().id(), eye));
        }
    }

    @Vetoed
    private final class Known extends CheckedTenants {
        Known() {
            super(null, null, null, null);
        }

        @Override
        String mark() {
            return one("select count(*) as tenants, max(updated_at) as changed from tenant where server_id = 1")
                    .getLong("tenants")
                    .toString();
        }

        @Override
        List<CheckTarget> read(WarningLimits warnings) {
            return targets;
        }

        @Override
        Set<UUID> changing() {
            one("select count(*) as n from run where status = 'running' and exclusive and server_id = 1");
            return Set.of();
        }
    }
}
