package jobtrail.command.platform;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.jspecify.annotations.Nullable;

/**
 * The aggregates this node has lately worked on, so that a busy serial is not read again for every
 * scan.
 */
final class AggregateCache implements Cache {

  private final com.github.benmanes.caffeine.cache.Cache<Object, Object> entries;

  AggregateCache(long mostAggregates) {
    // Its housekeeping is shorter than waking another thread for it.
    entries = Caffeine.newBuilder().maximumSize(mostAggregates).executor(Runnable::run).build();
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as Axon declares it
  public <K, V> @Nullable V get(K key) {
    return (V) entries.getIfPresent(Objects.requireNonNull(key));
  }

  @Override
  public void put(Object key, Object value) {
    entries.put(key, value);
  }

  @Override
  public boolean putIfAbsent(Object key, Object value) {
    return entries.asMap().putIfAbsent(key, value) == null;
  }

  @Override
  public boolean remove(Object key) {
    return entries.asMap().remove(key) != null;
  }

  @Override
  public void removeAll() {
    entries.invalidateAll();
  }

  @Override
  public boolean containsKey(Object key) {
    return entries.asMap().containsKey(key);
  }

  @Override
  @SuppressWarnings("unchecked")
  public <V> void computeIfPresent(Object key, UnaryOperator<V> update) {
    entries.asMap().computeIfPresent(key, (k, value) -> update.apply((V) value));
  }

  /** Nobody here wants to hear of entries that come and go. */
  @Override
  public Registration registerCacheEntryListener(EntryListener cacheEntryListener) {
    return () -> true;
  }
}
