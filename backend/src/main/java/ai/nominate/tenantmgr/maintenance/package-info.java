/**
 * Consistency checks of rows and machine ({@code make doctor}) and rotation of the key for secrets. Uses the {@link
 * ai.nominate.tenantmgr.kernel.Inspection} and {@link ai.nominate.tenantmgr.settings.SecretStore} of every package, and
 * depends on none of them.
 */
package ai.nominate.tenantmgr.maintenance;
