/**
 * The pictures of an analysed page that may be its logo: stored as harmless as an upload, and made a tenant's logo by choice. Does not
 * know how they were found.
 */
package ai.nominate.tenantmgr.analysis.logo;
