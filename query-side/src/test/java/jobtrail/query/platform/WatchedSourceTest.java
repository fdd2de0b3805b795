package jobtrail.query.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import jobtrail.ledger.LedgerMessageSource;
import jobtrail.ledger.RandomShop;
import jobtrail.query.Node;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.Test;

class WatchedSourceTest {

  private static final int EVENTS = 4_000;

  /** As Axon's coordinator does: its next run begins before the last look of the one before. */
  @Test
  void nothing_is_lost_when_somebody_else_looks_at_the_stream_too() {
    try (Node node = new Node(FreshViews.database())) {
      RandomShop shop = new RandomShop("looked-at", 7, 1);
      while (node.written() < EVENTS) {
        for (int i = 0; i < 200; i++) {
          shop.happen();
        }
        node.append(shop.news());
      }
      WatchedSource source =
          new WatchedSource(node.bean(LedgerMessageSource.class), type -> true, Bite.MOST_EVENTS);
      try (ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread::new);
          BlockingStream<TrackedEventMessage<?>> stream = source.openStream(null)) {
        CompletableFuture<List<Long>> taken =
            CompletableFuture.supplyAsync(() -> take(stream, node.written()), threads);
        CompletableFuture<Void> looking =
            CompletableFuture.runAsync(
                () -> {
                  while (!taken.isDone()) {
                    stream.hasNextAvailable();
                  }
                },
                threads);

        assertThat(taken.join())
            .containsExactlyElementsOf(LongStream.rangeClosed(1, node.written()).boxed().toList());
        looking.join();
      }
    }
  }

  private static List<Long> take(BlockingStream<TrackedEventMessage<?>> stream, long last) {
    List<Long> positions = new ArrayList<>();
    while (positions.isEmpty() || positions.getLast() < last) {
      if (stream.hasNextAvailable()) {
        try {
          Bite.eventsOf(stream.nextAvailable())
              .forEach(event -> positions.add(event.trackingToken().position().orElseThrow()));
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
    }
    return positions;
  }
}
