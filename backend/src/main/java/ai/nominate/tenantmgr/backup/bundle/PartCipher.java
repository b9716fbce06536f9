package ai.nominate.tenantmgr.backup.bundle;

import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;

/** The layers of a part: compressed by zstd, then encrypted in the age format, so that standard tools read it without the manager. */
final class PartCipher {
    private static final int LEVEL = 3;

    private PartCipher() {}

    /** @param recipients public keys as age writes them, at least one */
    static OutputStream seal(OutputStream out, List<String> recipients) throws IOException {
        try {
            List<RecipientStanzaWriter> writers = new ArrayList<>();
            for (String recipient : recipients) {
                writers.add(X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(recipient));
            }
            var channel =
                    new StandardEncryptingChannelFactory().newEncryptingChannel(Channels.newChannel(out), writers);
            return new ZstdOutputStream(Channels.newOutputStream(channel), LEVEL).setChecksum(true);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the parts of a backup could not be encrypted", e);
        }
    }

    /** @throws GeneralSecurityException if none of the identities is a recipient */
    static InputStream open(InputStream in, List<String> identities) throws IOException, GeneralSecurityException {
        List<RecipientStanzaReader> readers = new ArrayList<>();
        for (String identity : identities) {
            readers.add(X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(identity));
        }
        var channel = new StandardDecryptingChannelFactory().newDecryptingChannel(Channels.newChannel(in), readers);
        return new ZstdInputStream(Channels.newInputStream(channel));
    }
}
