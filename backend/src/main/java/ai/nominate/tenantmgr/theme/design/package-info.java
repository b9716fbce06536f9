/**
 * A theme as a value: a palette, what each colour is used for in light and dark, and the contrast of each use. Pure
 * functions; knows neither tenants nor files.
 */
package ai.nominate.tenantmgr.theme.design;
