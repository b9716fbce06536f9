/**
 * Checks that rows and machine agree ({@code make doctor}) and replaces the key for secrets. Asks every package for its
 * {@link ai.nominate.tenantmgr.kernel.Inspection} and its {@link ai.nominate.tenantmgr.settings.SecretStore}, and knows none of them.
 */
package ai.nominate.tenantmgr.maintenance;
