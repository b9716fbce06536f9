/**
 * HTTP conventions for all features: paging, problem+json, limits. Knows no feature.
 */
package ai.nominate.tenantmgr.web;
