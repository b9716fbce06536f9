/**
 * From the address of a website to themes: measures the page, chooses colours among those that were measured, and says why.
 * Does not know how a theme is stored or published.
 */
package ai.nominate.tenantmgr.analysis;
