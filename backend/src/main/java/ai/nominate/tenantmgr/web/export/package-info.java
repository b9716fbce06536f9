/** Lists as files: NDJSON or CSV, compressed on the way, as fast as the client takes them. Does not know what they list. */
package ai.nominate.tenantmgr.web.export;
