/**
 * Completes the OpenAPI document with the parts common to all operations: problems, nullable fields, conditional
 * headers. Knows no feature; features describe their own operations.
 */
package ai.nominate.tenantmgr.web.contract;
