package ai.nominate.tenantmgr.host.systemd;

import ai.nominate.tenantmgr.host.command.FileView;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The directories of a tenant that lie over its release, such as {@code uploads}. A unit file cannot name them: it names numbered
 * links, {@code within/a/1.from} and {@code within/a/1.to}, and systemd follows both.
 *
 * @param mounts in the order of their numbers, from 1
 */
record InnerMounts(Home home, TenantSlug slug, Slot slot, List<FileView.Mount> mounts) {
    /** As many as the unit files name. */
    private static final int MOST = 16;

    private static final Path STORAGE = Path.of("/var/lib/private/tenantmgr-storage");
    private static final Path WRITABLE = Path.of("/var/lib/private/tenantmgr-writable");

    /** Those of a view whose release has a directory in their place. */
    static InnerMounts of(Home home, TenantSlug slug, Slot slot, FileView view) {
        List<FileView.Mount> inner = view.mounts().stream()
                .filter(mount -> !mount.source().equals(mount.target())
                        && mount.target().startsWith(home.root())
                        && isDirectory(home.root(), mount.target()))
                .toList();
        if (inner.size() > MOST) {
            throw new IllegalStateException("an application has at most " + MOST
                    + " directories over its release (storage and writable together) under systemd, and this one "
                    + inner.size());
        }
        return new InnerMounts(home, slug, slot, inner);
    }

    boolean isEmpty() {
        return mounts.isEmpty();
    }

    /** Makes the links that the next start of a unit follows; leaves those that are right alone. */
    void link() {
        Path directory = tenant().resolve("within");
        SafeFiles.directory(directory, "rwxr-xr-x");
        Path links = SafeFiles.directory(directory.resolve(slot.id()), "rwxr-xr-x");
        for (int number = 1; number <= MOST; number++) {
            boolean wanted = number <= mounts.size();
            link(
                    links.resolve(number + ".from"),
                    wanted ? onMachine(mounts.get(number - 1).source()) : null);
            link(links.resolve(number + ".to"), wanted ? mounts.get(number - 1).target() : null);
        }
    }

    /** What makes the directories, as the tenant, before they are mounted; empties what another release has written. */
    String preparation(Path release) {
        Path writable = tenant().resolve("writable");
        String marker = Program.quoted(writable.resolve(slot.id() + ".release").toString());
        String name = Program.quoted(release.toString());
        return "set -e\nif [ \"$(cat " + marker + " 2>/dev/null)\" != " + name + " ]; then\n rm -rf -- "
                + Program.quoted(writable.resolve(slot.id()).toString()) + "\n printf %s " + name + " >" + marker
                + "\nfi\nmkdir -p --"
                + mounts.stream()
                        .map(mount -> " " + Program.quoted(mount.source().toString()))
                        .collect(Collectors.joining())
                + "\n";
    }

    /**
     * What a program does before anything of the tenant runs: a tenant could put a link in the place of its directory, which systemd
     * would follow out of the tenant. What was mounted has to be what the tenant sees as its own.
     */
    String checks() {
        List<String> lines = new ArrayList<>();
        for (FileView.Mount mount : mounts) {
            String own = Program.quoted(mount.source().toString());
            lines.add("[ ! -L " + own + " ] && [ " + own + " -ef "
                    + Program.quoted(mount.target().toString()) + " ] || { echo " + own
                    + " 'is no directory of the tenant' >&2; exit 78; }\n");
        }
        return String.join("", lines);
    }

    private Path onMachine(Path source) {
        Path storage = tenant().resolve("storage");
        Path writable = tenant().resolve("writable");
        if (source.startsWith(storage)) {
            return STORAGE.resolve(slug.value()).resolve(storage.relativize(source));
        }
        if (source.startsWith(writable)) {
            return WRITABLE.resolve(slug.value()).resolve(writable.relativize(source));
        }
        throw new IllegalArgumentException(source + " is no directory of the tenant");
    }

    private static void link(Path link, Path target) {
        try {
            if (target == null) {
                Files.deleteIfExists(link);
            } else if (!Files.isSymbolicLink(link)
                    || !Files.readSymbolicLink(link).equals(target)) {
                SafeFiles.link(link, target);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + link, e);
        }
    }

    /** Below the home no link may lead elsewhere. */
    private static boolean isDirectory(Path home, Path path) {
        try {
            return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
                    && path.toRealPath().equals(home.toRealPath().resolve(home.relativize(path)));
        } catch (IOException gone) {
            return false;
        }
    }

    private Path tenant() {
        return home.tenants().resolve(slug.value());
    }
}
