package ai.nominate.tenantmgr.log.service;

import ai.nominate.tenantmgr.host.file.LogPage;
import ai.nominate.tenantmgr.kernel.ServiceName;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.log.service.ServiceCursor.Place;
import ai.nominate.tenantmgr.server.OwnerAnswer;
import ai.nominate.tenantmgr.server.OwnerClient;
import ai.nominate.tenantmgr.server.OwnerQuestion;
import ai.nominate.tenantmgr.slot.TenantServices;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the services of a tenant printed, as the manager of its server reads it. Blocks. */
@ApplicationScoped
public class ServiceOutput implements OwnerAnswer<ServiceOutput.Asked, ServiceOutput.Read> {
    private static final OwnerQuestion<Asked, Read> QUESTION =
            new OwnerQuestion<>("tenant.log", Asked.class, Read.class, OwnerQuestion.QUICKLY);
    /** How long a line of one service waits for its turn when several are followed. */
    private static final Duration TURN = Duration.ofMillis(250);

    private final TenantServices services;
    private final OwnerClient owner;

    ServiceOutput(TenantServices services, OwnerClient owner) {
        this.services = services;
        this.owner = owner;
    }

    /**
     * @param slot null for the slot that has services
     * @param service null for all of the slot
     * @param cursor a {@link ServiceCursor}, {@link ServiceCursor#BEGIN}, or null for the last lines
     * @param patienceMs how long to wait for a line; 0 to 3000
     */
    record Asked(String slug, String slot, String service, String cursor, int limit, int patienceMs) {
        Asked waiting(int forMs) {
            return new Asked(slug, slot, service, cursor, limit, forMs);
        }
    }

    /** @param before the cursor of the first line; where the reader was */
    record Read(List<ServiceLine> items, String before, String cursor, boolean cut) {
        ServiceLogPage page() {
            return new ServiceLogPage(items, cursor, cut);
        }
    }

    Read of(TenantSnapshot tenant, Asked asked) {
        return owner.ask(tenant.server(), QUESTION, asked);
    }

    @Override
    public OwnerQuestion<Asked, Read> question() {
        return QUESTION;
    }

    @Override
    public Read answer(Asked asked) {
        TenantSlug slug = new TenantSlug(asked.slug());
        ServiceCursor from = asked.cursor() == null || asked.cursor().equals(ServiceCursor.BEGIN)
                ? new ServiceCursor(slot(slug, asked.slot()), Map.of())
                : ServiceCursor.of(asked.cursor());
        List<ServiceName> names =
                asked.service() == null ? names(slug, from.slot()) : List.of(ServiceName.of(asked.service()));
        if (asked.cursor() == null) {
            return end(slug, from, names, asked.limit());
        }
        long until = System.nanoTime() + Duration.ofMillis(asked.patienceMs()).toNanos();
        Read read = after(slug, from, names, asked.limit());
        while (read.items().isEmpty() && !names.isEmpty() && System.nanoTime() < until) {
            await(slug, from, names, Duration.ofNanos(until - System.nanoTime()));
            read = after(slug, from, names, asked.limit());
        }
        return read;
    }

    /** The end of all logs of a slot. */
    ServiceCursor end(TenantSlug slug, Slot slot) {
        ServiceCursor none = new ServiceCursor(slot, Map.of());
        return ServiceCursor.of(end(slug, none, names(slug, slot), 1).cursor());
    }

    private Read end(TenantSlug slug, ServiceCursor from, List<ServiceName> names, int limit) {
        List<ServiceLine> items = new ArrayList<>();
        ServiceCursor next = from;
        for (ServiceName name : names) {
            LogPage page = services.endOfLog(slug, from.slot(), name, share(limit, names));
            ServiceLine.of(name, from.slot(), page).forEach(items::add);
            next = next.with(name, new Place(page.cursor(), 0));
        }
        return new Read(items, next.toString(), next.toString(), false);
    }

    private Read after(TenantSlug slug, ServiceCursor from, List<ServiceName> names, int limit) {
        List<ServiceLine> items = new ArrayList<>();
        ServiceCursor next = from;
        boolean isCut = false;
        for (ServiceName name : names) {
            Place place = from.place(name);
            LogPage page = services.log(slug, from.slot(), name, place.cursor(), share(limit, names) + place.known());
            int known = page.cut() ? 0 : Math.min(place.known(), page.lines().size());
            ServiceLine.of(name, from.slot(), page).skip(known).forEach(items::add);
            next = next.with(name, new Place(page.cursor(), 0));
            isCut |= page.cut() && !place.cursor().isEmpty();
        }
        return new Read(items, from.toString(), next.toString(), isCut);
    }

    private void await(TenantSlug slug, ServiceCursor from, List<ServiceName> names, Duration left) {
        Duration patience = names.size() == 1 || left.compareTo(TURN) < 0 ? left : TURN;
        for (ServiceName name : names) {
            Place place = from.place(name);
            LogPage page = services.followLog(
                    slug, from.slot(), name, place.cursor(), 1 + place.known(), patience.dividedBy(names.size()));
            if (page.lines().size() > place.known()) {
                return;
            }
        }
    }

    private static int share(int limit, List<ServiceName> names) {
        return Math.max(1, limit / names.size());
    }

    private Slot slot(TenantSlug slug, String wanted) {
        return wanted != null
                ? Slot.of(wanted)
                : services.statuses(slug).stream()
                        .map(status -> status.id().slot())
                        .findFirst()
                        .orElse(Slot.A);
    }

    private List<ServiceName> names(TenantSlug slug, Slot slot) {
        return services.statuses(slug).stream()
                .map(status -> status.id())
                .filter(id -> id.slot() == slot)
                .map(id -> id.service())
                .sorted()
                .toList();
    }
}
