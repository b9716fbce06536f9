/** Writes a theme as a style sheet. Only text from values: nothing that a person typed is copied into it. */
package ai.nominate.tenantmgr.theme.css;
