package ai.nominate.tenantmgr.manifest;

import java.time.Duration;
import java.util.List;

/**
 * A command that is run by the clock, in the tenant's time zone.
 *
 * @param id unique in its manifest
 * @param timeout time limit of one execution, from 1 s to 24 h
 */
public record CronSpec(String id, CronSchedule schedule, List<String> command, Duration timeout) {
    static final String DEFAULT_TIMEOUT = "1h";

    public CronSpec {
        TextRule.ACTION.require(id);
        command = TextRule.requireArgv(command);
        TextRule.CRON_TIMEOUT.require(DurationText.of(timeout));
    }
}
