package guestbook;

import static java.nio.file.Files.exists;
import static java.nio.file.Files.readAllBytes;
import static java.nio.file.Files.readString;
import static java.nio.file.Files.write;
import static java.nio.file.Files.writeString;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Files in the tenant's storage, and a page about the site in its cache. */
@RestController
class Files {
    private static final String NAME = "{name:\\w[\\w.-]{0,99}}";
    private final Path uploads;
    private final Path about;
    private final String tenant;
    private final String domain;

    Files(
            @Value("${STATE_DIRECTORY}") Path state,
            @Value("${CACHE_DIRECTORY}") Path cache,
            @Value("${TENANT_SLUG}") String tenant,
            @Value("${TENANT_DOMAIN}") String domain) {
        this.uploads = state.resolve("uploads");
        this.about = cache.resolve("about.json");
        this.tenant = tenant;
        this.domain = domain;
    }

    @PutMapping("/api/files/" + NAME)
    @ResponseStatus(HttpStatus.CREATED)
    void store(@PathVariable String name, @RequestBody byte[] content) throws IOException {
        write(uploads.resolve(name), content);
    }

    @GetMapping("/api/files/" + NAME)
    ResponseEntity<byte[]> file(@PathVariable String name) throws IOException {
        Path file = uploads.resolve(name);
        return exists(file) ? ResponseEntity.ok(readAllBytes(file)) : ResponseEntity.notFound().build();
    }

    @GetMapping(path = "/api/about", produces = "application/json")
    String about() throws IOException {
        if (!exists(about)) {
            String made = "{\"tenant\": \"%s\", \"domain\": \"%s\", \"madeAt\": \"%s\"}";
            writeString(about, made.formatted(tenant, domain, Instant.now()));
        }
        return readString(about);
    }
}
