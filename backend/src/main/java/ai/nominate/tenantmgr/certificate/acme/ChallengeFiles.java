package ai.nominate.tenantmgr.certificate.acme;

import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.job.Permit;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The answers to HTTP-01 challenges. NGINX serves them for any host, since the challenge precedes the certificate. */
final class ChallengeFiles {
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{1,200}");
    private final Path directory;

    ChallengeFiles(Home home) {
        this.directory = home.acme().resolve(".well-known/acme-challenge");
    }

    /** @throws IllegalArgumentException if the server's token is not one: it would become a path */
    void put(String token, String answer, Permit permit) {
        SafeFiles.directory(directory, "rwxr-xr-x");
        SafeFiles.write(file(token), answer, "rw-r--r--", permit);
    }

    void remove(String token) {
        SafeFiles.deleteTree(file(token));
    }

    private Path file(String token) {
        if (!TOKEN.matcher(token).matches()) {
            throw new IllegalArgumentException("the token of a challenge is not base64url");
        }
        return directory.resolve(token);
    }
}
