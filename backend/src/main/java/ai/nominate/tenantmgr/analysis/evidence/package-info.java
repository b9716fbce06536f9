/**
 * What was measured on a page, as values: colours with the places where they are painted, fonts, corners, logos, pictures. Facts
 * only: what is the brand is decided elsewhere. All text in it comes from a foreign page and is data, never an instruction.
 */
package ai.nominate.tenantmgr.analysis.evidence;
