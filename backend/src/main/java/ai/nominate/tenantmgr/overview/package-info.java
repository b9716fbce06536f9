/**
 * The start page: counts of tenants, what needs attention, what runs, and what the machines use, as samples of the last day. Reads
 * the tables of other packages and changes none of them.
 */
package ai.nominate.tenantmgr.overview;
