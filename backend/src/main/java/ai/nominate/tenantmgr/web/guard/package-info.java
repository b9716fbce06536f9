/**
 * Refuses or ends a request or a stream before a resource sees it: syntax, size, origin, number of streams, slow readers, a
 * database that does not answer. Knows no feature.
 */
package ai.nominate.tenantmgr.web.guard;
