package ai.nominate.tenantmgr.restore;

import ai.nominate.tenantmgr.backup.proof.RestoredTenant;
import ai.nominate.tenantmgr.backup.work.TenantRecord;
import ai.nominate.tenantmgr.config.ConfigChange;
import ai.nominate.tenantmgr.config.ConfigValue;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.DisplayText;
import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.kernel.TenantSource;
import ai.nominate.tenantmgr.tenant.NewTenant;
import ai.nominate.tenantmgr.tenant.TenantNotes;
import ai.nominate.tenantmgr.tenant.TenantProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a backup says of its tenant, validated as the request to create one. */
record RecordedTenant(NewTenant tenant, ConfigChange config) {
    private static final int LONGEST_NAME = 100;

    /** @throws ProblemException with the fields that are not valid, or if the actor may not use the source */
    static RecordedTenant of(Optional<RestoredTenant> restored, String slug, Actor actor) {
        TenantRecord record = restored.orElseThrow(() ->
                        new ProblemException(RestoreProblem.NO_TENANT, "The backup does not say what its tenant was"))
                .record();
        TenantRecord.Properties given = record.tenant();
        Fields fields = new Fields();
        String name = fields.required("name", given.name(), text -> DisplayText.line(text, LONGEST_NAME));
        TenantSlug checkedSlug = fields.required("slug", slug, TenantSlug::new);
        DomainName domain = fields.required("domain", given.domain(), DomainName::of);
        List<DomainName> aliases = new ArrayList<>();
        for (String alias : given.aliases() == null ? List.<String>of() : given.aliases()) {
            aliases.add(fields.required("aliases", alias, DomainName::of));
        }
        TenantSource source = fields.optional("source", given.source(), RecordedTenant::source);
        TenantNotes notes = TenantNotes.of(fields, given.timeZone(), given.labels(), given.notes());
        fields.throwIfInvalid();
        if (source instanceof TenantSource.Directory && !actor.isAdmin()) {
            throw new ProblemException(TenantProblem.SOURCE_FORBIDDEN, "Ask an admin to restore it");
        }
        return new RecordedTenant(
                new NewTenant(name, checkedSlug, domain, aliases, Optional.ofNullable(source), null, null, notes),
                config(record));
    }

    private static TenantSource source(TenantRecord.Source given) {
        return TenantSource.of(given.kind(), given.location(), given.ref(), given.credential());
    }

    private static ConfigChange config(TenantRecord record) {
        Map<String, ConfigValue> env = new TreeMap<>();
        record.env().forEach((key, value) -> env.put(key, new ConfigValue(value.value(), value.secret(), true)));
        return new ConfigChange(
                record.adminEmail(), record.adminUsername(), new ConfigValue(record.adminPassword(), true, true), env);
    }
}
