package ai.nominate.tenantmgr.host.file;

import java.nio.file.Path;
import java.util.List;

/** Log files of this installation that a program of a feature appends to. A feature registers them as a bean. */
public interface OwnLogs {
    /** Missing files are skipped. */
    List<Path> files();
}
