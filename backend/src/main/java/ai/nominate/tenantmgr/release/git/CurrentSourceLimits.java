package ai.nominate.tenantmgr.release.git;

import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** The limits as the settings have them now. Blocks. */
@ApplicationScoped
class CurrentSourceLimits implements Supplier<SourceLimits> {
    private final Settings settings;

    CurrentSourceLimits(Settings settings) {
        this.settings = settings;
    }

    @Override
    public SourceLimits get() {
        return new SourceLimits(
                Reactive.await(() -> settings.get(SourceSettings.TRANSFER_LIMIT))
                        .bytes(),
                Reactive.await(() -> settings.get(SourceSettings.SIZE_LIMIT)).bytes(),
                Reactive.await(() -> settings.get(SourceSettings.FILE_LIMIT)));
    }
}
