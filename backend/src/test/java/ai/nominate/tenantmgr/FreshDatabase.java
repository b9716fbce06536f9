package ai.nominate.tenantmgr;

import io.quarkus.test.junit.QuarkusTestProfile;

/** An application of its own, in a database that nobody has used: for a test that leaves much behind. */
public final class FreshDatabase implements QuarkusTestProfile {}
