/**
 * Filters that reject or end a request or stream before a resource sees it: syntax, size, origin, number of streams,
 * slow readers, an unresponsive database. Knows no feature.
 */
package ai.nominate.tenantmgr.web.guard;
