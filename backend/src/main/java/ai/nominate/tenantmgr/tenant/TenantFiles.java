package ai.nominate.tenantmgr.tenant;

import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.kernel.ServiceName;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Paths of a tenant's files. The only place that composes them. */
@ApplicationScoped
public class TenantFiles {
    private static final String LIVE = "live";
    private static final String PUBLIC = "public";

    private final Home home;

    public TenantFiles(Home home) {
        this.home = home;
    }

    public Path directory(TenantSlug slug) {
        return home.tenants().resolve(slug.value());
    }

    /** The environment file of a slot; contains secrets. */
    public Path environment(TenantSlug slug, Slot slot) {
        return directory(slug).resolve(slot.id() + ".env");
    }

    /** The tenant's loopback ports. On a server root reads it and closes them to other tenants. */
    public Path ports(TenantSlug slug) {
        return directory(slug).resolve("ports");
    }

    /** The launch file of a service. A service without one does not exist in that slot. */
    public Path launch(TenantSlug slug, Slot slot, ServiceName service) {
        return directory(slug).resolve(slot.id() + "." + service.id());
    }

    /** The services of a slot, in the order of their names: those with a launch file. */
    public List<ServiceName> launches(TenantSlug slug, Slot slot) {
        String start = slot.id() + ".";
        try (Stream<Path> entries = Files.list(directory(slug))) {
            return entries.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(start) && ServiceName.isName(name.substring(start.length())))
                    .map(name -> new ServiceName(name.substring(start.length())))
                    .sorted()
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("could not list " + directory(slug), e);
        }
    }

    /** The link to the release of a slot. */
    public Path release(TenantSlug slug, Slot slot) {
        return directory(slug).resolve("slots").resolve(slot.id());
    }

    /** Files that NGINX serves directly. */
    public Path publicFiles(TenantSlug slug) {
        return directory(slug).resolve(PUBLIC);
    }

    /** The markers by which NGINX knows the slot that visitors get. */
    public Path live(TenantSlug slug) {
        return directory(slug).resolve(LIVE);
    }

    /** {@link #publicFiles} with a variable of NGINX in the place of the slug. */
    public static String publicFiles(Home home, String variable) {
        return home.tenants() + "/" + variable + "/" + PUBLIC;
    }

    /** {@link #live} with a variable of NGINX in the place of the slug. */
    public static String live(Home home, String variable) {
        return home.tenants() + "/" + variable + "/" + LIVE;
    }

    /** Storage that outlives a release. */
    public Path storage(TenantSlug slug) {
        return directory(slug).resolve("storage");
    }

    /** The home of the tenant's processes, for what they keep between two starts. */
    public Path home(TenantSlug slug) {
        return directory(slug).resolve("home");
    }

    /** What the tenant's processes can make again. */
    public Path cache(TenantSlug slug) {
        return directory(slug).resolve("cache");
    }

    /** What the services of a slot write into their release, which is read-only; emptied with each release. */
    public Path writable(TenantSlug slug, Slot slot) {
        return directory(slug).resolve("writable").resolve(slot.id());
    }

    /** Temporary files of one process and its children. */
    public Path temporary(TenantSlug slug, String process) {
        return directory(slug).resolve("tmp").resolve(process);
    }

    public Path logs(TenantSlug slug) {
        return directory(slug).resolve("logs");
    }

    /** Removes all files of the tenant. */
    public void remove(TenantSlug slug, Permit permit) {
        SafeFiles.deleteTree(directory(slug), permit);
    }

    /**
     * Moves the tenant's storage and public files to a path that a later tenant of the same name does not use.
     *
     * @param deployment the deployment that deletes the tenant; part of the path
     * @return the new path; empty if there were no files
     */
    public Optional<Path> archive(TenantSlug slug, UUID deployment) {
        Path place = home.kept().resolve(slug + "-" + deployment);
        for (Path own : List.of(storage(slug), publicFiles(slug))) {
            if (Files.isDirectory(own, LinkOption.NOFOLLOW_LINKS)) {
                SafeFiles.directory(place, "rwx------");
                SafeFiles.move(own, place.resolve(own.getFileName()));
            }
        }
        return Optional.of(place).filter(Files::isDirectory);
    }

    public Path log(TenantSlug slug, Slot slot, ServiceName service) {
        return logs(slug).resolve(slot.id() + "." + service.id() + ".log");
    }
}
