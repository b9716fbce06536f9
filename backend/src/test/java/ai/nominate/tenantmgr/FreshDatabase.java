package ai.nominate.tenantmgr;

import io.quarkus.test.junit.QuarkusTestProfile;

/** A separate application with an unused database, for tests that leave many rows. */
public final class FreshDatabase implements QuarkusTestProfile {}
