/**
 * Settings: one typed catalogue of values that operators can change at run time, and the encryption of secrets. Knows
 * the names and types of settings, not their effects.
 */
package ai.nominate.tenantmgr.settings;
