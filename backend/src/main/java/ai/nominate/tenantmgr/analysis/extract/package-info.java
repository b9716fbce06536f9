/**
 * Chooses the roles of a theme among the measured colours, by fixed rules and without network: the same evidence gives the same
 * answer, byte for byte. Says how sure it is, and says nothing where a page has no brand colour.
 */
package ai.nominate.tenantmgr.analysis.extract;
