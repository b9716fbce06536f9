package ai.nominate.tenantmgr.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.tenant.SlotStatus;
import ai.nominate.tenantmgr.tenant.TenantNotes;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import ai.nominate.tenantmgr.tenant.TenantSnapshot.SlotContent;
import ai.nominate.tenantmgr.tenant.TenantStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RollbackTargetsTest {
    @Test
    void a_rollback_goes_to_the_newest_deployment_that_differs_from_what_is_live() {
        Deployment older = deployed("r1", 1);
        Deployment newer = deployed("r2", 1);

        assertThat(targets(live("r2", 1), newer, older).before()).isSameAs(older);
        assertThat(targets(live("r1", 1), deployed("r1", 1), newer, older).before())
                .as("a second rollback returns")
                .isSameAs(newer);
    }

    @Test
    void after_a_restart_the_configuration_of_before_can_be_had_back() {
        Deployment last = deployed("r2", 1);

        assertThat(targets(live("r2", 2), last, deployed("r1", 1)).before()).isSameAs(last);
        assertThat(targets(live("r2", 2), last).named(last.id)).isSameAs(last);
    }

    @Test
    void a_tenant_without_a_live_slot_goes_to_the_newest() {
        Deployment newest = deployed("r2", 1);

        assertThat(targets(Optional.empty(), newest, deployed("r1", 1)).before())
                .isSameAs(newest);
    }

    @Test
    void a_refusal_names_the_real_reason_and_the_number_of_deployments() {
        assertThatThrownBy(() -> targets(live("r1", 3), deployed("r1", 3)).before())
                .hasMessage("No other release or configuration: the only deployment that succeeded has release r1 with "
                        + "configuration version 3, which is live");
        List<Deployment> seven = new ArrayList<>();
        for (int number = 1; number <= 7; number++) {
            seven.add(deployed("r1", 3));
        }
        assertThatThrownBy(() ->
                        targets(live("r1", 3), seven.toArray(Deployment[]::new)).before())
                .hasMessageStartingWith("No other release or configuration: each of the 7 deployments that succeeded");
        assertThatThrownBy(() -> targets(Optional.empty()).before())
                .hasMessage("No deployment of the tenant has succeeded");
        Deployment live = deployed("r1", 3);
        assertThatThrownBy(() -> targets(live("r1", 3), live).named(live.id))
                .hasMessage("Release r1 with configuration version 3 is already live");
        assertThatThrownBy(() -> targets(live("r1", 3), live).named(UUID.randomUUID()))
                .hasMessage("The tenant has no successful deployment with this id");
    }

    private static Deployment deployed(String release, int config) {
        Deployment row = new Deployment();
        row.id = UUID.randomUUID();
        row.releaseId = release;
        row.configVersion = config;
        return row;
    }

    private static Optional<SlotContent> live(String release, int config) {
        return Optional.of(
                new SlotContent(Optional.of(release), Optional.of(config), Optional.empty(), SlotStatus.RUNNING));
    }

    private static RollbackTargets targets(Optional<SlotContent> live, Deployment... history) {
        TenantSnapshot tenant = new TenantSnapshot(
                UUID.randomUUID(),
                (short) 1,
                new TenantSlug("acme"),
                "Acme",
                new DomainName("acme.example"),
                List.of(),
                List.of(),
                Optional.empty(),
                TenantStatus.ACTIVE,
                "healthy",
                Optional.empty(),
                live.map(content -> Slot.A),
                live.map(content -> Map.of(Slot.A, content)).orElse(Map.of()),
                null,
                TenantNotes.NONE,
                Instant.EPOCH);
        return new RollbackTargets(tenant, List.of(history));
    }
}
