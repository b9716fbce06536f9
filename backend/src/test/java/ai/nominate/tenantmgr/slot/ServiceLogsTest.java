package ai.nominate.tenantmgr.slot;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.host.file.LogPage;
import ai.nominate.tenantmgr.host.file.LogReader;
import ai.nominate.tenantmgr.host.unit.Supervisor;
import ai.nominate.tenantmgr.host.unit.UnitId;
import ai.nominate.tenantmgr.kernel.Secret;
import ai.nominate.tenantmgr.kernel.ServiceName;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.kernel.mask.SecretMatcher;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real log file; its supervisor only finds the file. */
class ServiceLogsTest {
    private static final UnitId BACKEND = new UnitId(new TenantSlug("acme"), Slot.A, ServiceName.BACKEND);
    private static final SecretMatcher SECRETS =
            SecretMatcher.of(List.of(new Secret("BEGIN\nabcd\nefgh\nEND"), new Secret("hunter2")));

    @TempDir
    Path directory;

    private final ServiceLogs logs = new ServiceLogs(
            (Supervisor) Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {Supervisor.class},
                    (proxy, method, given) -> switch (method.getName()) {
                        case "log", "follow" -> reader().page((String) given[1], (int) given[2]);
                        case "lastPage" -> reader().end(0, (int) given[1]);
                        default -> throw new UnsupportedOperationException(method.getName());
                    }),
            slug -> SECRETS);

    @BeforeEach
    void makeLog() throws IOException {
        Files.createFile(log());
    }

    @Test
    void no_page_shows_a_part_of_a_secret_whatever_its_size() throws IOException {
        print("one hunter2", "BEGIN", "abcd", "efgh", "END", "two", "BEGIN", "three");

        for (int limit = 1; limit < 10; limit++) {
            assertThat(paged(limit))
                    .as("pages of %d", limit)
                    .containsExactly("one •••", "•••", "two", "BEGIN", "three");
        }
    }

    @Test
    void a_secret_that_is_being_printed_is_shown_when_its_end_is_there() throws IOException {
        print("one", "BEGIN", "abcd");

        LogPage first = logs.page(BACKEND, "", 100);
        LogPage second = logs.page(BACKEND, first.cursor(), 100);
        print("efgh", "END", "two");
        LogPage third = logs.follow(BACKEND, second.cursor(), 100, Duration.ofSeconds(1));

        assertThat(first.lines()).containsExactly("one");
        assertThat(second.lines()).isEmpty();
        assertThat(third.lines()).containsExactly("•••", "two");
    }

    @Test
    void the_end_of_a_log_is_masked_as_if_it_had_been_read_from_its_beginning() throws IOException {
        print("one", "BEGIN", "abcd", "efgh", "END", "two");

        LogPage end = logs.end(BACKEND, 2);

        assertThat(end.lines()).containsExactly("•••", "two");
        print("three hunter2");
        assertThat(logs.page(BACKEND, end.cursor(), 10).lines()).containsExactly("three •••");
    }

    @Test
    void a_service_without_a_log_has_no_lines() throws IOException {
        Files.delete(log());

        assertThat(logs.page(BACKEND, "", 10)).isEqualTo(new LogPage(List.of(), "", false));
        assertThat(logs.end(BACKEND, 10).lines()).isEmpty();
    }

    private List<String> paged(int limit) {
        List<String> lines = new ArrayList<>();
        LogPage page = logs.page(BACKEND, "", limit);
        while (!page.lines().isEmpty()) {
            lines.addAll(page.lines());
            page = logs.page(BACKEND, page.cursor(), limit);
        }
        return lines;
    }

    private Path log() {
        return directory.resolve("backend.log");
    }

    private LogReader reader() {
        return new LogReader(log(), true);
    }

    private void print(String... lines) throws IOException {
        Files.writeString(log(), String.join("\n", lines) + "\n", StandardOpenOption.APPEND);
    }
}
