package ai.nominate.tenantmgr.web.guard;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection that has pending bytes but made no progress for the limit. A stuck reader would hold its stream
 * for ever: a regular close waits behind the unread bytes.
 */
class StalledReaders extends IdleStateHandler {
    StalledReaders(Duration limit) {
        super(0, limit.toMillis(), 0, TimeUnit.MILLISECONDS);
    }

    @Override
    protected void channelIdle(ChannelHandlerContext context, IdleStateEvent event) {
        var waiting = context.channel().unsafe().outboundBuffer();
        if (waiting != null && !waiting.isEmpty()) {
            context.close();
        }
    }

    void leave(Channel channel) {
        if (channel.pipeline().context(this) != null) {
            channel.pipeline().remove(this);
        }
    }
}
