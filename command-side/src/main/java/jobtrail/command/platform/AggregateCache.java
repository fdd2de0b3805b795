package jobtrail.command.platform;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.AggregateCacheEntry;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.jspecify.annotations.Nullable;

/**
 * The aggregates this node has lately worked on, so that a busy serial is not read again for every
 * scan. Axon wraps an aggregate anew whenever it puts it back; the wrappings are not kept, since
 * whatever is remembered of each serial is copied by the collector while commands wait.
 */
final class AggregateCache implements Cache {

  private final com.github.benmanes.caffeine.cache.Cache<Object, EventSourcedAggregate<?>>
      aggregates;

  AggregateCache(long mostAggregates) {
    // Its housekeeping is shorter than waking another thread for it.
    aggregates = Caffeine.newBuilder().maximumSize(mostAggregates).executor(Runnable::run).build();
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as Axon declares it
  public <K, V> @Nullable V get(K key) {
    EventSourcedAggregate<?> aggregate = aggregates.getIfPresent(Objects.requireNonNull(key));
    return aggregate == null ? null : (V) new AggregateCacheEntry<>(aggregate);
  }

  @Override
  public void put(Object key, Object value) {
    EventSourcedAggregate<?> aggregate = wrappedIn(value);
    if (!aggregate.equals(aggregates.policy().getIfPresentQuietly(key))) {
      aggregates.put(key, aggregate);
    }
  }

  @Override
  public boolean putIfAbsent(Object key, Object value) {
    return aggregates.asMap().putIfAbsent(key, wrappedIn(value)) == null;
  }

  @Override
  public boolean remove(Object key) {
    return aggregates.asMap().remove(key) != null;
  }

  @Override
  public void removeAll() {
    aggregates.invalidateAll();
  }

  @Override
  public boolean containsKey(Object key) {
    return aggregates.asMap().containsKey(key);
  }

  @Override
  @SuppressWarnings("unchecked")
  public <V> void computeIfPresent(Object key, UnaryOperator<V> update) {
    aggregates
        .asMap()
        .computeIfPresent(
            key,
            (k, aggregate) -> {
              V left = update.apply((V) new AggregateCacheEntry<>(aggregate));
              return left == null ? null : wrappedIn(left);
            });
  }

  /** Nobody here wants to hear of entries that come and go. */
  @Override
  public Registration registerCacheEntryListener(EntryListener cacheEntryListener) {
    return () -> true;
  }

  /** What was never written out and read again still has its aggregate, and needs no help. */
  private static EventSourcedAggregate<?> wrappedIn(Object entry) {
    return ((AggregateCacheEntry<?>) entry).recreateAggregate(null, null, null);
  }
}
