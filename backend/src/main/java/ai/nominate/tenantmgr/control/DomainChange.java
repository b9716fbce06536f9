package ai.nominate.tenantmgr.control;

import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.kernel.TenantSource;
import ai.nominate.tenantmgr.tenant.TenantChange;
import ai.nominate.tenantmgr.tenant.TenantLabel;
import ai.nominate.tenantmgr.tenant.TenantNotes;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import ai.nominate.tenantmgr.tenant.TenantTimeZone;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A requested change of a tenant's host names as stored with its run: the requested and the previous state.
 *
 * @param redirects the previous aliases that redirect to the domain
 */
record DomainChange(State wanted, State before, List<String> redirects) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static DomainChange of(TenantSnapshot tenant, TenantChange wanted) {
        int first = tenant.ports().first();
        State before = State.of(new TenantChange(
                tenant.name(), tenant.domain(), tenant.aliases(), tenant.source(), first, first + 1, tenant.notes()));
        return new DomainChange(
                State.of(wanted),
                before,
                tenant.redirects().stream().map(DomainName::value).toList());
    }

    static DomainChange read(String json) {
        try {
            return MAPPER.readValue(json, DomainChange.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored change of host names could not be read", e);
        }
    }

    String json() {
        try {
            return MAPPER.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The names that the tenant does not have yet. */
    static List<DomainName> newNames(TenantSnapshot tenant, TenantChange wanted) {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(wanted.domain()), wanted.aliases().stream())
                .filter(name -> !tenant.hosts().contains(name))
                .distinct()
                .toList();
    }

    /** The tenant with the names that it has after the change: the domain of a live tenant stays as an alias that redirects. */
    TenantSnapshot appliedTo(TenantSnapshot tenant) {
        TenantChange change = wanted.change();
        DomainName earlier = before.change().domain();
        List<DomainName> aliases = new ArrayList<>(change.aliases());
        List<DomainName> moved =
                redirectNames().stream().filter(aliases::contains).collect(Collectors.toCollection(ArrayList::new));
        if (tenant.live().isPresent() && !earlier.equals(change.domain()) && !aliases.contains(earlier)) {
            aliases.add(earlier);
            moved.add(earlier);
        }
        return tenant.named(change.domain(), aliases, moved);
    }

    List<DomainName> redirectNames() {
        return redirects.stream().map(DomainName::new).toList();
    }

    /** A {@link TenantChange} as plain JSON types. */
    record State(
            String name,
            String domain,
            List<String> aliases,
            String sourceKind,
            String sourceLocation,
            String sourceRef,
            String sourceCredential,
            Integer frontendPort,
            Integer backendPort,
            String timeZone,
            List<String> labels,
            String notes) {
        static State of(TenantChange change) {
            TenantSource source = change.source().orElse(null);
            return new State(
                    change.name(),
                    change.domain().value(),
                    change.aliases().stream().map(DomainName::value).toList(),
                    source == null ? null : TenantSource.kind(source),
                    source == null ? null : TenantSource.location(source),
                    source == null ? null : TenantSource.ref(source),
                    source == null ? null : TenantSource.credential(source),
                    change.frontendPort(),
                    change.backendPort(),
                    change.notes().timeZone().map(TenantTimeZone::value).orElse(null),
                    change.notes().labelTexts(),
                    change.notes().text().orElse(null));
        }

        /** Runs that were queued before tenants had notes have none. */
        private TenantNotes storedNotes() {
            return new TenantNotes(
                    Optional.ofNullable(timeZone).map(TenantTimeZone::new),
                    labels == null
                            ? List.of()
                            : labels.stream().map(TenantLabel::new).toList(),
                    Optional.ofNullable(notes));
        }

        TenantChange change() {
            return new TenantChange(
                    name,
                    new DomainName(domain),
                    aliases.stream().map(DomainName::new).toList(),
                    Optional.ofNullable(sourceKind)
                            .map(kind -> TenantSource.stored(kind, sourceLocation, sourceRef, sourceCredential)),
                    frontendPort,
                    backendPort,
                    storedNotes());
        }
    }
}
