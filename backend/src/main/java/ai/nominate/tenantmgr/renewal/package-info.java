/**
 * The certificates of sites that are served: renewed in time, replaced by those of their owners, and watched. Does not know how a
 * certificate is issued, nor what a deployment is.
 */
package ai.nominate.tenantmgr.renewal;
