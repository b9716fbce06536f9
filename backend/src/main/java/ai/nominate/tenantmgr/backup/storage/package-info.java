/** Where bundles lie: a directory of the home, or a bucket. Knows their files by name, and nothing of what is in them. */
package ai.nominate.tenantmgr.backup.storage;
