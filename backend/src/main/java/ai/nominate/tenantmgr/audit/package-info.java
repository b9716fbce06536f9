/**
 * Who changed what, from where, and what it was before: written in the transaction of the change, never edited afterwards.
 * Knows no feature; a feature says what it did in its own words.
 */
package ai.nominate.tenantmgr.audit;
