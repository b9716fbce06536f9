package ai.nominate.tenantmgr.release.git;

import ai.nominate.tenantmgr.credential.GitCredential;
import ai.nominate.tenantmgr.host.command.RunInterrupted;
import ai.nominate.tenantmgr.host.command.Runner;
import ai.nominate.tenantmgr.host.file.DirectorySize;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.kernel.GitUrl;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * One bare repository per address and credential: what was fetched with a credential is not found without it. A cache is
 * never cleaned but dropped and fetched again, since only the newest commits are fetched; so nothing may rely on it.
 */
@ApplicationScoped
class GitCaches {
    private static final int MOST_PACKS = 8;
    private static final String PACKS = "objects/pack";

    private final Home home;
    private final Runner runner;
    private final GitCommands commands;
    private final Clock clock;
    private final ConcurrentMap<Path, ReentrantLock> locks = new ConcurrentHashMap<>();

    GitCaches(Home home, Runner runner, GitCommands commands, Clock clock) {
        this.home = home;
        this.runner = runner;
        this.commands = commands;
        this.clock = clock;
    }

    /** Runs the work on the cache, which nothing else in this manager uses meanwhile. */
    <T> T locked(GitUrl url, Optional<GitCredential> credential, Function<Path, T> work) {
        Path repository = directory().resolve(name(url, credential) + ".git");
        ReentrantLock lock = locks.computeIfAbsent(repository, path -> new ReentrantLock());
        try {
            lock.lockInterruptibly();
        } catch (InterruptedException e) {
            throw new RunInterrupted("interrupted while another run used the same repository");
        }
        try {
            ensure(repository);
            return work.apply(repository);
        } finally {
            lock.unlock();
        }
    }

    /** Drops a cache that has become large or consists of many parts, before it is fetched into. */
    void refresh(Path repository, long mostBytes) {
        if (packs(repository) > MOST_PACKS || DirectorySize.of(repository) > mostBytes) {
            drop(repository);
            ensure(repository);
        }
    }

    void drop(Path repository) {
        SafeFiles.deleteTree(repository);
    }

    /** Removes the caches that were not used for this time, and credentials that a killed manager left. */
    void removeUnused(Duration expiry) {
        Instant oldest = clock.instant().minus(expiry);
        each(directory(), "*.git", repository -> {
            ReentrantLock lock = locks.computeIfAbsent(repository, path -> new ReentrantLock());
            if (lock.tryLock()) {
                try {
                    removeIfOlder(repository, oldest);
                } finally {
                    lock.unlock();
                }
            }
        });
        each(home.run(), "git-*", left -> removeIfOlder(left, clock.instant().minus(Duration.ofHours(12))));
    }

    private void ensure(Path repository) {
        try {
            if (!Files.isDirectory(repository.resolve(PACKS), LinkOption.NOFOLLOW_LINKS)) {
                SafeFiles.directory(repository.getParent(), "rwx------");
                runner.run(
                        commands.in(repository, "init", "--quiet", "--bare", "--template=", repository.toString()),
                        Duration.ofMinutes(1));
            }
            Files.setLastModifiedTime(repository, FileTime.from(clock.instant()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long packs(Path repository) {
        long[] count = {0};
        each(repository.resolve(PACKS), "*.pack", pack -> count[0]++);
        return count[0];
    }

    private static void removeIfOlder(Path path, Instant oldest) {
        try {
            if (Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS)
                    .toInstant()
                    .isBefore(oldest)) {
                SafeFiles.deleteTree(path);
            }
        } catch (IOException e) {
            // removed meanwhile
        }
    }

    private static void each(Path directory, String pattern, java.util.function.Consumer<Path> work) {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, pattern)) {
            entries.forEach(work);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path directory() {
        return home.releases().resolve(".git");
    }

    private static String name(GitUrl url, Optional<GitCredential> credential) {
        String key = url.value() + "\n"
                + credential.map(GitCredential::id).map(Object::toString).orElse("");
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
