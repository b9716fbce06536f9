/**
 * Asks an AI provider (Claude) to choose among the colours that were measured on a page. The answer consists of ids; nothing in it
 * is a colour, so that none can be invented. Knows neither tenants nor runs, and fails without harm: then the local answer stands.
 */
package ai.nominate.tenantmgr.analysis.claude;
