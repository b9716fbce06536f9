/**
 * How the product speaks HTTP, whatever it speaks about: pages of lists, refusals as problem+json, limits.
 * Knows no feature.
 */
package ai.nominate.tenantmgr.web;
