package ai.nominate.tenantmgr.backup.boot;

import ai.nominate.tenantmgr.backup.boot.BootPlan.Question;
import ai.nominate.tenantmgr.backup.boot.BootPlan.Service;
import ai.nominate.tenantmgr.kernel.PortNumber;
import ai.nominate.tenantmgr.manifest.HealthSpec;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A plan as the text of the file by which the manager hands it over. */
public final class BootPlanText {
    private BootPlanText() {}

    /** One line for each fact. */
    public static String of(BootPlan plan) {
        List<String> lines = new ArrayList<>(List.of("site\t" + plan.site(), "database\t" + plan.database()));
        for (Service service : plan.services()) {
            lines.add(String.join(
                    "\t",
                    "service",
                    service.name(),
                    service.port().toString(),
                    service.launch().toString(),
                    service.log().toString(),
                    Long.toString(service.patience().toMillis()),
                    service.health().map(HealthSpec::path).orElse(""),
                    service.health()
                            .map(health -> Long.toString(health.timeout().toMillis()))
                            .orElse(""),
                    service.health()
                            .map(health -> String.join(
                                    ",", health.status().stream().map(Object::toString).toList()))
                            .orElse("")));
        }
        plan.persons().ifPresent(asked ->
                lines.add(String.join("\t", "persons", asked.port().toString(), asked.path(), asked.token())));
        return String.join("\n", lines) + "\n";
    }

    /** @throws IllegalArgumentException if the text is not output of {@link #of} */
    public static BootPlan parse(String text) {
        URI site = null;
        boolean database = false;
        List<Service> services = new ArrayList<>();
        Optional<Question> persons = Optional.empty();
        for (String line : text.lines().toList()) {
            String[] words = line.split("\t", -1);
            switch (words[0]) {
                case "site" -> site = URI.create(words[1]);
                case "database" -> database = Boolean.parseBoolean(words[1]);
                case "service" -> services.add(service(words));
                case "persons" -> persons = Optional.of(new Question(port(words[1]), words[2], words[3]));
                default -> throw new IllegalArgumentException("no line of a plan: " + words[0]);
            }
        }
        return new BootPlan(site, database, services, persons);
    }

    private static Service service(String[] words) {
        Optional<HealthSpec> health = words[6].isEmpty()
                ? Optional.empty()
                : Optional.of(new HealthSpec(
                        words[6],
                        Stream.of(words[8].split(","))
                                .filter(code -> !code.isEmpty())
                                .map(Integer::valueOf)
                                .toList(),
                        Duration.ofMillis(Long.parseLong(words[7]))));
        return new Service(
                words[1],
                port(words[2]),
                Path.of(words[3]),
                Path.of(words[4]),
                Duration.ofMillis(Long.parseLong(words[5])),
                health);
    }

    private static PortNumber port(String text) {
        return new PortNumber(Integer.parseInt(text));
    }
}
