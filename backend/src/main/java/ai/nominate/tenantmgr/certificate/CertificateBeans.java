package ai.nominate.tenantmgr.certificate;

import ai.nominate.tenantmgr.certificate.acme.AcmeClient;
import ai.nominate.tenantmgr.certificate.acme.AcmeProperties;
import ai.nominate.tenantmgr.host.file.Home;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

class CertificateBeans {
    @Produces
    @Singleton
    InternalAuthority authority(Home home, Clock clock) {
        return new InternalAuthority(home, clock);
    }

    @Produces
    @Singleton
    AcmeClient acme(Home home, AcmeProperties properties) {
        return new AcmeClient(home, properties.trust(), properties.limit());
    }
}
