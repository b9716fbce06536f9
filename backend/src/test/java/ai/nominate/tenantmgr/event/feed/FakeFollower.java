package ai.nominate.tenantmgr.event.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.subscription.MultiSubscriber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;

/** Takes entries at a speed of its own, breaks off now and then, and resumes where it was. Remembers all that it was told. */
final class FakeFollower implements MultiSubscriber<Delivery<FakeFeed.Item>> {
    private final Simulation world;
    private final SharedReader<FakeFeed.Item> reader;
    private final Duration between;
    private final double breaksOff;
    final List<Long> seqs = new ArrayList<>();
    final List<Delivery.Gap<FakeFeed.Item>> gaps = new ArrayList<>();
    final long begin;
    long position;
    private Flow.Subscription subscription;
    private int outstanding;

    FakeFollower(Simulation world, SharedReader<FakeFeed.Item> reader, long begin, Duration between, double breaksOff) {
        this.world = world;
        this.reader = reader;
        this.begin = begin;
        this.position = begin;
        this.between = between;
        this.breaksOff = breaksOff;
    }

    FakeFollower start() {
        outstanding = 0;
        reader.follow(position, world::soon).subscribe().withSubscriber(this);
        return this;
    }

    void stop() {
        subscription.cancel();
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        ask(given);
    }

    private void ask(Flow.Subscription whose) {
        int count = 1 + world.random.nextInt(20);
        outstanding += count;
        whose.request(count);
    }

    @Override
    public void onItem(Delivery<FakeFeed.Item> delivery) {
        outstanding--;
        assertThat(outstanding).as("no more than was asked for").isNotNegative();
        switch (delivery) {
            case Delivery.Entry<FakeFeed.Item>(FakeFeed.Item item) -> {
                assertThat(item.seq()).isGreaterThan(position);
                seqs.add(item.seq());
                position = item.seq();
            }
            case Delivery.Gap<FakeFeed.Item> gap -> {
                assertThat(gap.from()).isEqualTo(position + 1).isLessThanOrEqualTo(gap.to());
                gaps.add(gap);
                position = gap.to();
            }
        }
        if (world.random.nextDouble() < breaksOff) {
            stop();
            world.after(between.multipliedBy(world.random.nextInt(50)), this::start);
        } else if (outstanding == 0) {
            Flow.Subscription current = subscription;
            world.after(between.multipliedBy(world.random.nextInt(3)), () -> {
                if (current == subscription) {
                    ask(current);
                }
            });
        }
    }

    @Override
    public void onFailure(Throwable failure) {
        throw new AssertionError(failure);
    }

    @Override
    public void onCompletion() {
        throw new AssertionError("a feed has no end");
    }
}
