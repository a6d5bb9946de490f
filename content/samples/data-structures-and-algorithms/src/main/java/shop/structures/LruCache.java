package shop.structures;

import java.util.LinkedHashMap;
import java.util.Map;

// #region lru
/**
 * Keeps the products read last. One thread
 * at a time: even get() changes the order.
 */
public final class LruCache<K, V> extends LinkedHashMap<K, V> {
  private final int capacity;

  public LruCache(int capacity) {
    super(16, 0.75f, true);           // true: order of access, not of insertion
    this.capacity = capacity;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > capacity;         // asked after every insertion
  }
}
// #endregion lru
