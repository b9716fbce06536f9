/**
 * The engine of long work: steps, pipeline, point of no return, undo, lease, epoch, log, live feed, cancel, resume. Features add
 * kinds of runs. Knows no tenant and no deployment; a run has a subject, which is an id and a name.
 */
package ai.nominate.tenantmgr.run;
