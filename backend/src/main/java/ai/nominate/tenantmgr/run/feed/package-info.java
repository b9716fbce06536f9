/** Log and state of runs, live for REST, SSE and WebSocket: one reader per source for all followers. Starts no run. */
package ai.nominate.tenantmgr.run.feed;
