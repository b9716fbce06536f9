/**
 * Carries out a run: steps in order, point of no return, undo, lease, epoch, log, cancellation, resume. Knows neither
 * tables nor HTTP; rows and log are interfaces.
 */
package ai.nominate.tenantmgr.run.engine;
