/**
 * The capture program: opens one page in Chromium, by Playwright, and measures it. Runs as a process of its own inside a task
 * without network, and is loaded by no class of the manager. Takes all that comes from the browser for hostile.
 */
package ai.nominate.tenantmgr.analysis.browser;
