/**
 * The look of a tenant: colours, fonts, corners and logo. Makes a theme from a palette, checks its contrast, keeps its
 * versions and writes it for browsers. Does not know where a palette comes from, and deploys nothing.
 */
package ai.nominate.tenantmgr.theme;
