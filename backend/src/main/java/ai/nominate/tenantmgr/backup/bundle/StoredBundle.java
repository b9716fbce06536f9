package ai.nominate.tenantmgr.backup.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** The files of a bundle, wherever they are. Blocks. */
public interface StoredBundle {
    /** Which backup it has to be; empty for one that somebody brought. */
    Optional<UUID> backup();

    /** Bytes of a file; empty if there is none of that name. */
    OptionalLong size(String file) throws IOException;

    InputStream read(String file) throws IOException;
}
