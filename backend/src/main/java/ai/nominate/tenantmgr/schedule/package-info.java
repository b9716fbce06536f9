/**
 * What is expected of work that is done again and again: when a run should begin, and how long it may take. Keeps when each was
 * last done and says what is wrong with it. Starts nothing itself, and tells nobody.
 */
package ai.nominate.tenantmgr.schedule;
