package ai.nominate.tenantmgr.web;

import java.util.List;

/** A feature's addresses under /api that need no sign-in. */
public interface OpenPaths {
    /** How the paths begin. */
    List<String> open();
}
