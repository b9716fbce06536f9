/**
 * Series over time in the database: tables whose days are partitions, and periods that are read in steps. Knows nothing of what is
 * measured.
 */
package ai.nominate.tenantmgr.series;
