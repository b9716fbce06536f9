/**
 * The words of the product: values that cannot be wrong, who acts, and what a refusal looks like.
 * Knows no framework, no database and no other package.
 */
package ai.nominate.tenantmgr.kernel;
