package ai.nominate.tenantmgr.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read of the log, whatever was done to its files. */
class TrafficLogTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    Path directory;

    private Path file;
    private Path older;
    private TrafficLog log;

    @BeforeEach
    void a_log() {
        file = directory.resolve("traffic.log");
        older = directory.resolve("traffic.log.1");
        log = new TrafficLog(file, older);
    }

    @Test
    void without_a_log_nothing_is_read() {
        TrafficLog.Read read = log.read(LogPosition.NONE, NOON);

        assertThat(read.end()).isEqualTo(LogPosition.NONE);
        assertThat(read.part().minutes.isEmpty()).isTrue();
        assertThat(log.isFull(LogPosition.NONE)).isFalse();
        assertThat(log.isWithoutLog()).isFalse();
    }

    @Test
    void minutes_that_have_passed_are_read_once() throws IOException {
        append(-61, -60, -1, 0, 1);

        TrafficLog.Read first = log.read(LogPosition.NONE, NOON.plusSeconds(5));
        TrafficLog.Read again = log.read(first.end(), NOON.plusSeconds(9));
        append(2, 61);
        TrafficLog.Read next = log.read(again.end(), NOON.plusSeconds(65));

        assertThat(first.part().minutes.rows()).hasSize(2);
        assertThat(first.part().minutes.requests()).isEqualTo(3);
        assertThat(first.part().hours.requests()).isEqualTo(3);
        assertThat(first.end().until()).isEqualTo(NOON.minusSeconds(1));
        assertThat(again.end()).isEqualTo(first.end());
        assertThat(next.part().minutes.requests()).isEqualTo(3);
    }

    @Test
    void a_line_is_read_when_it_is_whole() throws IOException {
        append(-3);
        Files.writeString(file, "1772366398.000 acme 200", StandardOpenOption.APPEND);
        TrafficLog.Read first = log.read(LogPosition.NONE, NOON);
        Files.writeString(file, " 10 0.001\n", StandardOpenOption.APPEND);
        TrafficLog.Read second = log.read(first.end(), NOON);

        assertThat(first.part().minutes.requests()).isEqualTo(1);
        assertThat(second.part().minutes.requests()).isEqualTo(1);
    }

    @Test
    void a_log_that_was_moved_aside_is_read_to_its_end_before_the_next() throws IOException {
        append(-100, -99);
        TrafficLog.Read before = log.read(LogPosition.NONE, NOON);
        append(-98);
        Files.move(file, older);
        assertThat(log.isWithoutLog()).isTrue();
        append(-97);

        settle(older, Duration.ofSeconds(2));
        TrafficLog.Read early = log.read(before.end(), NOON);
        Files.writeString(older, line(-96), StandardOpenOption.APPEND);
        settle(older, Duration.ofSeconds(6));
        TrafficLog.Read late = log.read(early.end(), NOON);

        assertThat(early.part().minutes.requests()).isEqualTo(1);
        assertThat(late.part().minutes.requests()).isEqualTo(2);
        assertThat(late.end().file()).isEqualTo(LogFile.of(file).orElseThrow().id());
        assertThat(log.read(late.end(), NOON).part().minutes.isEmpty()).isTrue();
    }

    @Test
    void of_files_that_are_not_known_only_later_requests_are_read() throws IOException {
        append(-100, -99, -98);
        LogPosition gone = new LogPosition(1, 50, NOON.minusSeconds(99));

        TrafficLog.Read read = log.read(gone, NOON);

        assertThat(read.part().minutes.requests()).isEqualTo(1);
        assertThat(log.read(read.end(), NOON).part().minutes.isEmpty()).isTrue();
    }

    @Test
    void a_long_log_is_read_in_parts_that_miss_nothing() throws IOException {
        String block = line(-10).repeat(50_000);
        for (int i = 0; i < 6; i++) {
            Files.writeString(file, block, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        long requests = 0;
        LogPosition at = LogPosition.NONE;
        TrafficLog.Read read;
        do {
            read = log.read(at, NOON);
            requests += read.part().minutes.requests();
            at = read.end();
        } while (read.hasMore());

        assertThat(requests).isEqualTo(300_000);
        assertThat(at.offset()).isEqualTo(Files.size(file));
    }

    @Test
    void what_is_no_line_is_passed_over() throws IOException {
        append(-10);
        Files.writeString(file, "x".repeat(3 << 20) + "\n\0\0\n", StandardOpenOption.APPEND);
        append(-9);

        assertThat(log.read(LogPosition.NONE, NOON).part().minutes.requests()).isEqualTo(2);
    }

    @Test
    void it_is_moved_aside_when_it_is_large_and_the_one_before_is_counted() throws IOException {
        Files.writeString(file, line(-10).repeat(600_000));
        Files.writeString(older, line(-20));
        long now = LogFile.of(file).orElseThrow().id();
        long before = LogFile.of(older).orElseThrow().id();

        assertThat(log.isFull(new LogPosition(now, 0, NOON))).isTrue();
        assertThat(log.isFull(new LogPosition(before, 0, NOON))).isFalse();
    }

    private void append(int... seconds) throws IOException {
        for (int second : seconds) {
            Files.writeString(file, line(second), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    private static void settle(Path file, Duration age) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(NOON.minus(age)));
    }

    private static String line(int second) {
        return String.format(Locale.ROOT, "%d.000 acme 200 1024 0.004\n", NOON.getEpochSecond() + second);
    }
}
