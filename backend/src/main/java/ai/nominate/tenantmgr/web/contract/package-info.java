/**
 * Completes the OpenAPI document with what holds for every operation: refusals, nullable fields, conditional headers. Knows no
 * feature; features describe their own operations.
 */
package ai.nominate.tenantmgr.web.contract;
