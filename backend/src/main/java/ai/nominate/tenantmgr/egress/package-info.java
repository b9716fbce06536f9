/** Which addresses outside may be reached: public ones, and those that the operator allowed. Fetches nothing itself. */
package ai.nominate.tenantmgr.egress;
