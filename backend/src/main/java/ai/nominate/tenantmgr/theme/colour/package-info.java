/**
 * Colour mathematics: colour spaces, differences, contrast, gamut and colour blindness, each after its publication.
 * Values and pure functions; knows nothing of themes, pages or tenants.
 */
package ai.nominate.tenantmgr.theme.colour;
