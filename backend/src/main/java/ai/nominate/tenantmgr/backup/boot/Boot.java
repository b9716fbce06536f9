package ai.nominate.tenantmgr.backup.boot;

import ai.nominate.tenantmgr.slot.HealthProbe;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Starts all services, waits until each has passed its health check some times in a row, and asks for the number of persons. */
final class Boot {
    private static final long PAUSE_MILLIS = 200;

    private final BootPlan plan;

    Boot(BootPlan plan) {
        this.plan = plan;
    }

    /** Whether all is well. Says what it finds; what it started has ended when it returns. */
    boolean run() throws IOException, InterruptedException {
        List<BootedService> services = new ArrayList<>();
        try {
            for (BootPlan.Service service : plan.services()) {
                services.add(BootedService.start(service));
            }
            Optional<String> fault = watch(services);
            if (fault.isEmpty() && plan.persons().isPresent()) {
                PersonsAnswer answer = PersonsAnswer.ask(plan.persons().get());
                answer.count().ifPresent(count -> System.out.println(BootAnswer.PERSONS + count));
                fault = answer.fault();
            }
            fault.ifPresent(why -> System.out.println(BootAnswer.FAULT + why));
            return fault.isEmpty();
        } finally {
            services.forEach(BootedService::end);
        }
    }

    private Optional<String> watch(List<BootedService> services) throws InterruptedException {
        HealthProbe probe = new HealthProbe(plan.site());
        List<BootedService> open = new ArrayList<>(services);
        while (!open.isEmpty()) {
            for (BootedService service : List.copyOf(open)) {
                service.look(probe);
                Optional<String> fault = service.fault();
                if (fault.isPresent()) {
                    service.lastLines().forEach(System.err::println);
                    return fault;
                }
                if (service.isHealthy()) {
                    System.out.println(BootAnswer.HEALTHY + service.sentence());
                    open.remove(service);
                }
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        return Optional.empty();
    }
}
