package ai.nominate.tenantmgr.run;

import java.util.UUID;

/**
 * What a run acts on, usually a tenant.
 *
 * @param name stays readable when the subject is gone
 */
public record RunSubject(UUID id, String name) {}
