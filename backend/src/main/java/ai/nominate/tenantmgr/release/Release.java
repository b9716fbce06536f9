package ai.nominate.tenantmgr.release;

import ai.nominate.tenantmgr.manifest.Manifest;


import java.nio.file.Path;
import java.util.Optional;

/** A release that is ready to run. Its directory is read-only. */
public record Release(String id, Optional<String> ref, String commit, Manifest manifest, Path directory) {}
