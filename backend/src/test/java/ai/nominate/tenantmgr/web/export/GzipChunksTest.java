package ai.nominate.tenantmgr.web.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** A stream is compressed while it is sent. */
class GzipChunksTest {
    @Test
    void each_chunk_can_be_read_before_the_next_one_is_written() throws Exception {
        GzipChunks gzip = new GzipChunks();
        byte[] first = gzip.next("first\n".getBytes(UTF_8));

        byte[] text = new byte[6];
        new GZIPInputStream(new ByteArrayInputStream(first)).readNBytes(text, 0, 6);
        assertThat(text).asString(UTF_8).isEqualTo("first\n");

        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(first);
        all.write(gzip.next("second\n".repeat(1000).getBytes(UTF_8)));
        all.write(gzip.end());
        assertThat(new GZIPInputStream(new ByteArrayInputStream(all.toByteArray())).readAllBytes())
                .asString(UTF_8)
                .isEqualTo("first\n" + "second\n".repeat(1000));
        assertThat(all.size()).isLessThan(300);
    }
}
