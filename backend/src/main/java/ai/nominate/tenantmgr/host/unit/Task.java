package ai.nominate.tenantmgr.host.unit;

import ai.nominate.tenantmgr.host.command.FileView;
import ai.nominate.tenantmgr.host.process.Limits;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Code of a tenant or of a release that runs to its end: a build, a migration, a one-off command. A value, so that it can be
 * shown and compared before it runs.
 *
 * @param argv the program and its words; no shell reads them
 * @param directory where it runs; the caller made sure that it exists
 * @param environment all that it gets beside what every process gets
 * @param limits with a time
 * @param view the files that it may see; empty for all
 */
public record Task(
        Owner owner,
        Purpose purpose,
        List<String> argv,
        Path directory,
        Map<String, String> environment,
        Limits limits,
        Optional<FileView> view) {
    /** A task that sees the machine as the manager does. */
    public Task(
            Owner owner,
            Purpose purpose,
            List<String> argv,
            Path directory,
            Map<String, String> environment,
            Limits limits) {
        this(owner, purpose, argv, directory, environment, limits, Optional.empty());
    }

    public Task {
        argv = List.copyOf(argv);
        environment = Map.copyOf(environment);
        Objects.requireNonNull(limits.time(), "a task ends");
    }

    /** How its processes are marked for people: {@code build/r1a2b3c4d5e6f}. */
    public String mark() {
        String name = purpose.name().toLowerCase(Locale.ROOT);
        return switch (owner) {
            case Owner.OfRelease release -> name + "/" + release.id();
            case Owner.OfTenant tenant -> name + "/" + tenant.slug();
        };
    }

    /** For people, without the environment, which may hold secrets. */
    @Override
    public String toString() {
        return String.join(" ", argv);
    }

    /** Whose code it is. */
    public sealed interface Owner {
        /** A build belongs to no tenant: all share its result. */
        record OfRelease(String id) implements Owner {}

        record OfTenant(TenantSlug slug) implements Owner {}
    }

    /** What it is for, and which settings hold its limits. */
    public enum Purpose {
        BUILD("build"),
        MIGRATE("command"),
        COMMAND("command"),
        CAPTURE("capture"),
        /** Reading an archive with a program that may have holes. */
        DUMP("command"),
        /** Starting what a backup holds, beside the tenant that it was taken of. */
        PROOF("command"),
        /** Packing and replacing the tenant's files, by programs of the machine. */
        FILES("command");

        private final String settings;

        Purpose(String settings) {
            this.settings = settings;
        }

        /** Whether it runs apart from its tenant, and therefore not as the tenant's user: it sees its files alone. */
        public boolean isApart() {
            return this == CAPTURE || this == DUMP || this == PROOF;
        }

        /** @param limit {@code memory} or {@code tasks} */
        public String origin(String limit) {
            return "setting " + settings + "." + limit;
        }
    }
}
