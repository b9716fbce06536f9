package ai.nominate.tenantmgr.host.process;

/**
 * What one process used at the moment of a look.
 *
 * @param parent its parent's pid; a process whose parent ended gets another one
 * @param residentBytes memory that it holds, pages that it shares with others included
 * @param threads at least one
 */
public record ProcessUsage(LiveProcess process, long parent, long residentBytes, int threads) {}
