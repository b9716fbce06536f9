/**
 * Proves that rows and machine agree, and changes the key for secrets. Asks each room for its part and knows none of them: a
 * room says what it promises by a {@link ai.nominate.tenantmgr.kernel.Inspection}, and where its secrets lie by a
 * {@link ai.nominate.tenantmgr.settings.SecretStore}.
 */
package ai.nominate.tenantmgr.upkeep;
