package ai.nominate.tenantmgr.analysis.claude;

import ai.nominate.tenantmgr.kernel.Secret;
import java.net.URI;

/** Whom to ask, as the settings have it at this moment. */
record Provider(URI address, Secret key, String model) {}
