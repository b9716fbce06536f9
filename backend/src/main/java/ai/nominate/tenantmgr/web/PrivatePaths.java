package ai.nominate.tenantmgr.web;

import java.util.List;

/** A feature's addresses whose answers hold secrets or personal data. */
public interface PrivatePaths {
    /** How the paths begin whose answers no cache may keep. */
    List<String> notCached();

    /** The exact paths of changes that ignore an Idempotency-Key, so that their answers are not stored. */
    List<String> notStored();
}
