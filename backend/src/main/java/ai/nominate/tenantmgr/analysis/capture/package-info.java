/**
 * Opens a foreign page in a browser that can reach nothing but public addresses, and brings back evidence and pictures. The browser
 * runs as a limited task, never in the manager.
 */
package ai.nominate.tenantmgr.analysis.capture;
