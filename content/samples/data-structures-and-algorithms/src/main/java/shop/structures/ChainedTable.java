package shop.structures;

/** A hash table with chains, small enough to read; `steps` counts the entries a get looks at. */
public final class ChainedTable<K, V> {
  private static final class Entry<K, V> {
    final K key;
    V value;
    Entry<K, V> next;

    Entry(K key, V value, Entry<K, V> next) {
      this.key = key;
      this.value = value;
      this.next = next;
    }
  }

  private Entry<K, V>[] buckets;
  private final boolean mayGrow;
  private int size;
  public long steps;

  public ChainedTable(int capacity, boolean mayGrow) {   // capacity: a power of two
    this.buckets = newBuckets(capacity);
    this.mayGrow = mayGrow;
  }

  // #region get
  public V get(K key) {
    for (var e = buckets[bucketOf(key)]; e != null; e = e.next) {
      steps++;
      if (e.key.equals(key)) return e.value;
    }
    return null;
  }

  public void put(K key, V value) {
    int b = bucketOf(key);
    for (var e = buckets[b]; e != null; e = e.next) {
      if (e.key.equals(key)) { e.value = value; return; }
    }
    buckets[b] = new Entry<>(key, value, buckets[b]);
    if (++size > buckets.length * 3 / 4 && mayGrow) rehash();
  }

  private int bucketOf(K key) {
    int h = key.hashCode();
    return (h ^ (h >>> 16)) & (buckets.length - 1);   // high bits count too
  }
  // #endregion get

  private void rehash() {
    var old = buckets;
    buckets = newBuckets(old.length * 2);
    for (var chain : old) {
      for (var e = chain; e != null; e = e.next) {
        int b = bucketOf(e.key);
        buckets[b] = new Entry<>(e.key, e.value, buckets[b]);
      }
    }
  }

  @SuppressWarnings("unchecked")
  private static <K, V> Entry<K, V>[] newBuckets(int capacity) {
    return (Entry<K, V>[]) new Entry[capacity];
  }
}
