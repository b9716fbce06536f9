package ai.nominate.tenantmgr.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A short job of the tests: remembers for which ids it ran. */
@ApplicationScoped
class CountedJob implements Job {
    static final String NAME = "counted";
    private final List<String> ran = new CopyOnWriteArrayList<>();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public JobLane lane() {
        return JobLane.SHORT;
    }

    @Override
    public void run(String id) {
        ran.add(id);
    }

    List<String> ran() {
        return ran;
    }
}
