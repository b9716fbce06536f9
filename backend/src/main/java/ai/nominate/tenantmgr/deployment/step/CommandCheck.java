package ai.nominate.tenantmgr.deployment.step;

import ai.nominate.tenantmgr.config.PinnedConfig;
import ai.nominate.tenantmgr.config.RequiredConfiguration;
import ai.nominate.tenantmgr.config.TenantEnvironment;
import ai.nominate.tenantmgr.kernel.EnvKey;
import ai.nominate.tenantmgr.kernel.FieldError;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.manifest.CommandWords;
import ai.nominate.tenantmgr.manifest.CronSpec;
import ai.nominate.tenantmgr.manifest.Manifest;
import ai.nominate.tenantmgr.manifest.Placeholders;
import ai.nominate.tenantmgr.manifest.SystemVariable;
import ai.nominate.tenantmgr.release.ReleaseProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Checks that each {@code ${NAME}} of a manifest is a variable that the command gets. Pure. */
final class CommandCheck {
    /** Of every process; a task learns them only when it runs. */
    private static final List<String> OF_PROCESS = List.of("HOME", "LANG", "PATH");

    private final Set<EnvKey> known;
    private final List<FieldError> errors = new ArrayList<>();

    private CommandCheck(Set<EnvKey> known) {
        this.known = known;
    }

    /** @throws ProblemException naming each field that refers to an unknown variable */
    static void require(Manifest manifest, PinnedConfig config) {
        CommandCheck check = new CommandCheck(TenantEnvironment.known(manifest, RequiredConfiguration.values(config)));
        manifest.services()
                .forEach((name, spec) ->
                        check.service("services." + name + ".command", spec.command(), manifest.isWorker(name)));
        manifest.database()
                .flatMap(database -> database.migrate())
                .ifPresent(argv -> check.task("database.migrate", argv));
        manifest.commands().forEach((name, argv) -> check.task("commands." + name, argv));
        for (int index = 0; index < manifest.cron().size(); index++) {
            CronSpec cron = manifest.cron().get(index);
            check.task("cron[" + index + "].command", cron.command());
        }
        manifest.env()
                .defaults()
                .forEach((key, value) -> check.names("env.defaults." + key, Placeholders.of(value), check.known));
        if (!check.errors.isEmpty()) {
            FieldError first = check.errors.getFirst();
            throw new ProblemException(ReleaseProblem.MANIFEST_BROKEN, first.field() + " " + first.message())
                    .withErrors(check.errors);
        }
    }

    private void service(String field, List<String> argv, boolean isWorker) {
        Set<EnvKey> all = new TreeSet<>(known);
        OF_PROCESS.forEach(name -> all.add(new EnvKey(name)));
        if (isWorker) {
            all.remove(SystemVariable.PORT.key());
        }
        words(field, argv, all);
    }

    private void task(String field, List<String> argv) {
        Set<EnvKey> all = new TreeSet<>(known);
        all.remove(SystemVariable.PORT.key());
        words(field, argv, all);
    }

    private void words(String field, List<String> argv, Set<EnvKey> all) {
        List<Placeholders> words = CommandWords.of(argv);
        for (int index = 0; index < words.size(); index++) {
            names(field + "[" + index + "]", words.get(index), all);
        }
    }

    private void names(String field, Placeholders text, Set<EnvKey> all) {
        text.names().stream()
                .filter(name -> !all.contains(name))
                .forEach(name -> errors.add(new FieldError(field, reason(name))));
    }

    private static String reason(EnvKey name) {
        return name.equals(SystemVariable.PORT.key())
                ? "refers to ${PORT}, which only a service with a route or a health check has"
                : "refers to ${" + name
                        + "}, which has no value: set it in env.defaults or in the tenant's configuration, or"
                        + " write $${" + name + "} for the text itself";
    }
}
