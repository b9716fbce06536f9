package ai.nominate.tenantmgr.tenantapi;

import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.kernel.FieldError;
import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.RequestProblem;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.port.PortCheck;
import ai.nominate.tenantmgr.tenant.TakenNames;
import ai.nominate.tenantmgr.tenantapi.TenantCheckView.Field;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says of each field of a future tenant whether it would be accepted now. Creates and reserves nothing. */
@ApplicationScoped
class TenantChecks {
    private static final int MOST_ALIASES = 100;

    private final TakenNames names;
    private final NameWarnings warnings;
    private final PortCheck ports;
    private final SourceCheck sources;

    TenantChecks(TakenNames names, NameWarnings warnings, PortCheck ports, SourceCheck sources) {
        this.names = names;
        this.warnings = warnings;
        this.ports = ports;
        this.sources = sources;
    }

    Uni<TenantCheckView> check(TenantCheckRequest asked, Actor actor) {
        if (actor.tenants().isPresent()) {
            throw new ProblemException(
                    RequestProblem.FORBIDDEN, "A token limited to some tenants cannot create a tenant");
        }
        Fields fields = new Fields();
        if (asked.aliases() != null && asked.aliases().size() > MOST_ALIASES) {
            fields.add("aliases", "must be at most " + MOST_ALIASES + " names");
        }
        fields.throwIfInvalid();
        return Uni.combine()
                .all()
                .unis(
                        slug(asked.slug(), actor),
                        host(asked.domain(), asked.slug(), actor),
                        aliases(asked, actor),
                        ports(asked.ports()),
                        source(asked, actor))
                .usingConcurrencyOf(1) // they share one session
                .asTuple()
                .map(all -> new TenantCheckView(
                        all.getItem1(), all.getItem2(), all.getItem3(), all.getItem4(), all.getItem5()));
    }

    private Uni<TenantCheckView.Source> source(TenantCheckRequest asked, Actor actor) {
        return asked.source() == null && Boolean.TRUE.equals(asked.core())
                ? sources.checkCore(actor)
                : sources.check(asked.source(), actor);
    }

    private Uni<Field> slug(String text, Actor actor) {
        if (text == null) {
            return Uni.createFrom().nullItem();
        }
        try {
            return names.slug(new TenantSlug(text), actor)
                    .map(owner -> owner.map(Field::refused).orElseGet(() -> Field.good(null)));
        } catch (InvalidValue e) {
            return refused(e.getMessage());
        }
    }

    private Uni<Field> host(String text, String slug, Actor actor) {
        if (text == null) {
            return Uni.createFrom().nullItem();
        }
        try {
            DomainName host = DomainName.of(text);
            Optional<String> warning = NameWarnings.of(slug(slug), host);
            return names.host(host, actor)
                    .flatMap(owner -> owner.isPresent()
                            ? refused(owner.get())
                            : warnings.areRefused()
                                    .map(isStrict -> warning.isPresent() && isStrict
                                            ? Field.refused(warning.get())
                                            : Field.good(warning.orElse(null))));
        } catch (InvalidValue e) {
            return refused(e.getMessage());
        }
    }

    /** The slug beside a host name; null if it is none, or none yet. */
    private static TenantSlug slug(String text) {
        try {
            return text == null ? null : new TenantSlug(text);
        } catch (InvalidValue e) {
            return null;
        }
    }

    private Uni<List<Field>> aliases(TenantCheckRequest asked, Actor actor) {
        return asked.aliases() == null
                ? Uni.createFrom().nullItem()
                : Multi.createFrom()
                        .iterable(asked.aliases().stream()
                                .map(alias -> alias == null ? "" : alias)
                                .toList())
                        .onItem()
                        .transformToUniAndConcatenate(alias -> host(alias, asked.slug(), actor))
                        .collect()
                        .asList();
    }

    private Uni<Field> ports(TenantRequest.Ports pair) {
        if (pair == null) {
            return Uni.createFrom().nullItem();
        }
        Fields fields = new Fields();
        TenantFields.ports(fields, pair);
        Uni<Void> checked = fields.errors().isEmpty()
                ? ports.check(pair.frontend(), pair.backend(), fields)
                : Uni.createFrom().voidItem();
        return checked.map(done -> fields.errors().isEmpty() ? Field.good(null) : Field.refused(words(fields)));
    }

    private static String words(Fields fields) {
        return fields.errors().stream().map(TenantChecks::words).collect(Collectors.joining("; "));
    }

    private static String words(FieldError error) {
        return error.field().substring("ports.".length()) + " " + error.message();
    }

    private static Uni<Field> refused(String reason) {
        return Uni.createFrom().item(Field.refused(reason));
    }
}
