/** Masks secrets in the output of programs, wherever and in whichever usual form they are printed. Stores none. */
package ai.nominate.tenantmgr.kernel.mask;
