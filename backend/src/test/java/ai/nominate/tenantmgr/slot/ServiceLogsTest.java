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
import java.io.RandomAccessFile;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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
                        case "around" -> reader().around((String) given[1], (int) given[2], (int) given[3]);
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
    void each_line_is_found_again_between_those_beside_it() throws IOException {
        print("one hunter2", "two", "BEGIN", "abcd", "efgh", "END", "three", "four");
        LogPage all = logs.page(BACKEND, "", 100);
        assertThat(all.lines()).containsExactly("one •••", "two", "•••", "three", "four");

        for (int i = 0; i < all.lines().size(); i++) {
            LogPage around = logs.around(BACKEND, all.places().get(i), 1, 1);

            assertThat(around.lines().subList(0, Math.min(i, 1) + 1))
                    .isEqualTo(all.lines().subList(Math.max(0, i - 1), i + 1));
            assertThat(around.places().get(Math.min(i, 1)))
                    .isEqualTo(all.places().get(i));
        }
        assertThat(logs.end(BACKEND, 3).places()).isEqualTo(all.places().subList(2, 5));
    }

    @Test
    void the_place_of_a_line_within_a_secret_shows_nothing_of_it() throws IOException {
        print("one", "BEGIN", "abcd", "efgh", "END", "two");
        for (String within : reader().page("", 100).places().subList(1, 5)) {
            LogPage around = logs.around(BACKEND, within, 9, 9);

            assertThat(around.lines()).containsExactly("one", "•••", "two");
        }
    }

    @Test
    void lines_follow_those_beside_a_line_without_a_gap() throws IOException {
        print("one", "two", "three", "four", "five");
        String second = logs.page(BACKEND, "", 100).places().get(1);

        LogPage around = logs.around(BACKEND, second, 1, 2);

        assertThat(around.lines()).containsExactly("one", "two", "three");
        assertThat(logs.page(BACKEND, around.cursor(), 10).lines()).containsExactly("four", "five");
    }

    @Test
    void a_line_that_was_cut_is_gone_and_the_next_one_is_not() throws IOException {
        String[] many = IntStream.range(0, 5000).mapToObj(i -> "line " + i).toArray(String[]::new);
        print(many);
        List<String> places = reader().page("", 5000).places();
        long cut = Long.parseLong(places.get(3000).substring(places.get(3000).indexOf('.') + 1), 16);
        try (RandomAccessFile file = new RandomAccessFile(log().toFile(), "rw")) {
            file.write(new byte[(int) cut]); // reads as a hole does
        }

        assertThat(logs.around(BACKEND, places.get(2999), 5, 5).lines()).isEmpty();
        LogPage first = logs.around(BACKEND, places.get(3000), 5, 2);
        assertThat(first.lines()).containsExactly("line 3000", "line 3001");
        assertThat(logs.around(BACKEND, places.getFirst().replaceFirst("0$", Long.toHexString(cut + 1)), 5, 5)
                        .lines())
                .as("in the middle of a line")
                .isEmpty();
        Path other = Files.createFile(directory.resolve("other"));
        Files.move(other, log(), StandardCopyOption.REPLACE_EXISTING);
        print(many);
        assertThat(logs.around(BACKEND, places.get(4000), 5, 5).lines())
                .as("of another file")
                .isEmpty();
    }

    @Test
    void a_service_without_a_log_has_no_lines() throws IOException {
        Files.delete(log());

        assertThat(logs.page(BACKEND, "", 10)).isEqualTo(LogPage.empty(""));
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
