package ai.nominate.tenantmgr.settings;

import java.nio.file.Path;
import java.util.List;

/** A key file that every manager on one database must have. */
public interface InstallationKey {
    /** Its name in the database. */
    String name();

    Path file();

    /** What the keys in the file, and those that they replaced, are known by; the current one first. Never a key itself. */
    List<String> fingerprints();
}
