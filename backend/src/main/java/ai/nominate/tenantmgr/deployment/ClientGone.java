package ai.nominate.tenantmgr.deployment;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;

/** Ends when the connection of a request is closed, so that nothing is kept for a client that has gone away. */
final class ClientGone {
    private ClientGone() {}

    static Uni<Void> of(HttpServerRequest request) {
        ChannelFuture closed = ((ConnectionBase) request.connection()).channel().closeFuture();
        return Uni.createFrom().emitter(emitter -> {
            ChannelFutureListener listener = done -> emitter.complete(null);
            closed.addListener(listener);
            emitter.onTermination(() -> closed.removeListener(listener)); // the connection may serve further requests
        });
    }
}
