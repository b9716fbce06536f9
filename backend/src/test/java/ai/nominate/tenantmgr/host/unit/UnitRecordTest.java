package ai.nominate.tenantmgr.host.unit;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.host.command.FileView;
import ai.nominate.tenantmgr.host.process.Limits;
import ai.nominate.tenantmgr.host.process.ProcessIdentity;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnitRecordTest {
    private static final Unit UNIT = new Unit(
            UnitId.of("acme/a/backend"),
            Path.of("/a b\\c/launch"),
            Path.of("/r=1"),
            Path.of("/log"),
            new Limits(256L << 20, 128));

    @Test
    void a_record_reads_as_it_was_written() {
        UnitRecord unseen = UnitRecord.unseen(UNIT);
        UnitRecord running = unseen.running(new ProcessIdentity(7, 4711, "boot"), Instant.EPOCH)
                .counting(3, 2);
        UnitRecord ended = running.ended(UnitState.FAILED, Instant.EPOCH, 137);

        assertThat(UnitRecord.parse(unseen.text())).isEqualTo(unseen);
        assertThat(UnitRecord.parse(running.text())).isEqualTo(running);
        assertThat(UnitRecord.parse(ended.text())).isEqualTo(ended);
        UnitRecord exceeding = ended.exceeding("used 334 MB, limit 64 MB (memory in tenant-app.yaml)");
        assertThat(UnitRecord.parse(exceeding.text())).isEqualTo(exceeding);
        UnitRecord attempt = exceeding.attempt(4711);
        assertThat(UnitRecord.parse(attempt.text())).isEqualTo(attempt);
    }

    @Test
    void the_files_that_a_unit_may_see_are_recorded() {
        FileView view = FileView.nothing()
                .reading(Path.of("/a b\\c/releases/r=1"))
                .owning("HOME", Path.of("/a b\\c/home"))
                .temporary(Path.of("/a b\\c/tmp"));
        Unit unit =
                new Unit(UNIT.id(), UNIT.launchFile(), UNIT.directory(), UNIT.log(), UNIT.limits(), Optional.of(view));

        UnitRecord read = UnitRecord.parse(UnitRecord.unseen(unit).text());

        assertThat(read.unit()).isEqualTo(unit);
        assertThat(UnitRecord.parse(UnitRecord.unseen(UNIT).text()).unit().view())
                .isEmpty();
    }

    @Test
    void a_record_from_before_there_was_a_limit_of_tasks_has_none() {
        String text = UnitRecord.unseen(UNIT).text().replace("tasks=128\n", "").replace("log-from=0\n", "");

        assertThat(UnitRecord.parse(text).unit().limits()).isEqualTo(new Limits(256L << 20, 0));
    }
}
