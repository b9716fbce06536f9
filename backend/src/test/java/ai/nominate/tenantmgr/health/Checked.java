package ai.nominate.tenantmgr.health;

import ai.nominate.tenantmgr.health.probe.CheckKind;
import ai.nominate.tenantmgr.health.probe.CheckTarget;
import ai.nominate.tenantmgr.health.probe.Outcome;
import ai.nominate.tenantmgr.health.probe.Verdict;
import ai.nominate.tenantmgr.health.probe.WarningLimits;
import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.manifest.Manifest;
import ai.nominate.tenantmgr.tenant.SlotStatus;
import ai.nominate.tenantmgr.tenant.TenantNotes;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import ai.nominate.tenantmgr.tenant.TenantStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Tenants and results for tests of the rules. */
final class Checked {
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final WarningLimits WARNINGS = new WarningLimits(14, 10, 90);
    static final HealthLimits LIMITS =
            new HealthLimits(Duration.ofMinutes(1), Duration.ofHours(1), new Thresholds(3, 2), 30, WARNINGS);
    private static final Manifest STATIC = Manifest.fromJson("""
            {"apiVersion": "tenantmgr/v1", "name": "static", "build": [], "services": {}, "routes": {"/": {"static": "public"}},
             "env": {"required": [], "defaults": {}, "generated": []}, "storage": [], "theme": {}}""");

    private static final Manifest SERVICE = Manifest.fromJson("""
            {"apiVersion": "tenantmgr/v1", "name": "app", "build": [],
             "services": {"backend": {"command": ["./run"], "health": "/health", "memory": "64M"}}, "routes": {"/": "backend"}}""");

    private Checked() {}

    static UUID id(int number) {
        return new UUID(number, number);
    }

    /** A tenant of files only: its site, its disk and its certificate are checked. */
    static CheckTarget target(int number, String release) {
        String slug = "tenant-" + number;
        return target(id(number), slug, slug + ".example", release);
    }

    static CheckTarget target(UUID id) {
        return target(id, "tenant", "tenant.example", "r1");
    }

    /** A tenant with a service. */
    static CheckTarget service(UUID id, String slug, String domain) {
        return new CheckTarget(target(id, slug, domain, "r1").tenant(), SERVICE, WARNINGS);
    }

    private static CheckTarget target(UUID id, String slug, String domain, String release) {
        TenantSnapshot tenant = new TenantSnapshot(
                id,
                (short) 1,
                new TenantSlug(slug),
                slug,
                new DomainName(domain),
                List.of(),
                List.of(),
                Optional.empty(),
                TenantStatus.ACTIVE,
                "healthy",
                Optional.empty(),
                Optional.of(Slot.A),
                Map.of(
                        Slot.A,
                        new TenantSnapshot.SlotContent(
                                Optional.of(release), Optional.of(1), Optional.empty(), SlotStatus.RUNNING)),
                null,
                TenantNotes.NONE,
                Instant.EPOCH);
        return new CheckTarget(tenant, STATIC, WARNINGS);
    }

    static CheckKey site(int number) {
        return new CheckKey(id(number), CheckKind.FRONTEND);
    }

    static CheckResult result(CheckKey check, Verdict verdict, int second) {
        return new CheckResult(check, NOW.plusSeconds(second), Outcome.of(verdict, "said " + verdict), false);
    }
}
