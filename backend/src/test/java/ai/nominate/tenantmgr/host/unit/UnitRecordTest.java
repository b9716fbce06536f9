package ai.nominate.tenantmgr.host.unit;

import ai.nominate.tenantmgr.host.process.ProcessIdentity;






import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class UnitRecordTest {
    private static final Unit UNIT = new Unit(
            UnitId.of("acme/a/backend"), Path.of("/a b\\c/launch"), Path.of("/r=1"), Path.of("/log"), 256L << 20);

    @Test
    void a_record_reads_as_it_was_written() {
        UnitRecord unseen = UnitRecord.unseen(UNIT);
        UnitRecord running = unseen.running(new ProcessIdentity(7, 4711, "boot"), Instant.EPOCH)
                .counting(3, 2);
        UnitRecord ended = running.ended(UnitState.FAILED, Instant.EPOCH, 137);

        assertThat(UnitRecord.parse(unseen.text())).isEqualTo(unseen);
        assertThat(UnitRecord.parse(running.text())).isEqualTo(running);
        assertThat(UnitRecord.parse(ended.text())).isEqualTo(ended);
    }
}
