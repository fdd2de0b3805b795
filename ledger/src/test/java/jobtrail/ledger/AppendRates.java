package jobtrail.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Measures, to be run by hand: how many commands of one event a node stores in a second for 1, 16
 * and 64 callers, and how many events in commands of 1,000.
 */
final class AppendRates {

  private AppendRates() {}

  /** Argument: seconds for each point; 5 when there is none. */
  @SuppressWarnings("SystemOut")
  public static void main(String[] args) throws Exception {
    int seconds = args.length == 0 ? 5 : Integer.parseInt(args[0]);
    try (DurablePostgres server = new DurablePostgres();
        BareLedger node = new BareLedger(server.freshLedger())) {
      measure(node, "warm-up-", 64, 2 * seconds);
      for (int callers : new int[] {1, 16, 64}) {
        long[] nanos = measure(node, "rate-" + callers + "-", callers, seconds);
        Arrays.sort(nanos);
        System.out.printf(
            Locale.ROOT,
            "%2d callers: %6d commands/s, p50 %.2f ms, p99 %.2f ms%n",
            callers,
            nanos.length / seconds,
            nanos[nanos.length / 2] / 1e6,
            nanos[(int) (nanos.length * 0.99)] / 1e6);
      }
      System.out.printf(
          Locale.ROOT, "commands of 1,000 events: %.0f events/s%n", thousands(node, seconds));
    }
  }

  private static long[] measure(BareLedger node, String prefix, int callers, int seconds)
      throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    long[][] nanos = new long[callers][];
    Thread[] threads = new Thread[callers];
    for (int i = 0; i < callers; i++) {
      int caller = i;
      threads[i] =
          Thread.ofVirtual().start(() -> nanos[caller] = call(node.ledger, prefix + caller, until));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return Arrays.stream(nanos).flatMapToLong(Arrays::stream).toArray();
  }

  private static long[] call(Ledger ledger, String stream, long until) {
    long[] nanos = new long[1_000_000];
    int count = 0;
    for (long started = System.nanoTime(); started < until; started = System.nanoTime()) {
      ledger.append(List.of(LedgerFixture.event(stream, count)));
      nanos[count++] = System.nanoTime() - started;
    }
    return Arrays.copyOf(nanos, count);
  }

  private static double thousands(BareLedger node, int seconds) {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    int count = 0;
    while (System.nanoTime() < until) {
      int from = count;
      node.ledger.append(
          IntStream.range(from, from + 1_000)
              .mapToObj(number -> LedgerFixture.event("large", number))
              .toList());
      count += 1_000;
    }
    return (double) count / seconds;
  }
}
