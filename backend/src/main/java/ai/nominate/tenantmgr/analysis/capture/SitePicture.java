package ai.nominate.tenantmgr.analysis.capture;

import ai.nominate.tenantmgr.analysis.evidence.Look;
import ai.nominate.tenantmgr.analysis.evidence.Width;

/** A picture of a tenant's page from its top, as PNG. */
public record SitePicture(Width width, Look.Scheme scheme, byte[] png) {}
