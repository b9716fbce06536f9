/**
 * What an operator may change while the product runs: one typed catalogue, and the box in which secrets lie encrypted.
 * Knows what a setting is called and what it may be, not what it does.
 */
package ai.nominate.tenantmgr.settings;
