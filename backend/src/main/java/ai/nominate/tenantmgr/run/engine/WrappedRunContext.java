package ai.nominate.tenantmgr.run.engine;

import ai.nominate.tenantmgr.host.command.LineSink;
import ai.nominate.tenantmgr.host.command.RunScope;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.kernel.Secret;
import java.time.Instant;
import java.util.UUID;

/** Base class of a feature's context: adds its own facts to those of the engine. */
public interface WrappedRunContext extends RunContext {
    /** The engine's context. */
    RunContext engine();

    @Override
    default UUID run() {
        return engine().run();
    }

    @Override
    default RunSubject subject() {
        return engine().subject();
    }

    @Override
    default Instant queuedAt() {
        return engine().queuedAt();
    }

    @Override
    default RunScope scope() {
        return engine().scope();
    }

    @Override
    default Permit permit() {
        return engine().permit();
    }

    @Override
    default void say(String sentence) {
        engine().say(sentence);
    }

    @Override
    default void warn(String sentence) {
        engine().warn(sentence);
    }

    @Override
    default void quote(LineSink.Stream stream, String line) {
        engine().quote(stream, line);
    }

    @Override
    default void mask(Secret secret) {
        engine().mask(secret);
    }

    @Override
    default RunContext beside(String step, Permit permit) {
        return engine().beside(step, permit);
    }

    @Override
    default void leaveBehind() {
        engine().leaveBehind();
    }

    @Override
    default void enter(String step) {
        engine().enter(step);
    }
}
