/**
 * Reads logos that people upload: checks size, type and pixels, and makes pictures harmless before anybody sees them.
 * Stores nothing.
 */
package ai.nominate.tenantmgr.theme.logo;
