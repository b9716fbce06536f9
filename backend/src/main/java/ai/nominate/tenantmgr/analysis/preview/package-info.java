/**
 * A tenant's own page in a theme that is not saved, as pictures. Stores nothing, and never hands on what the page answers.
 */
package ai.nominate.tenantmgr.analysis.preview;
