package shop.structures;

import java.util.BitSet;

/** Says "surely not" or "perhaps" of a key, with a few bits for each and without the keys themselves. */
public class BloomFilter {
  private final BitSet bits;
  private final int size;
  private final int hashes;

  public BloomFilter(int size, int hashes) {
    this.bits = new BitSet(size);
    this.size = size;
    this.hashes = hashes;
  }

  // #region bloom
  public void add(String key) {
    for (int i = 0; i < hashes; i++) bits.set(slot(key, i));
  }

  /** False is certain. True may be a coincidence. */
  public boolean mightContain(String key) {
    for (int i = 0; i < hashes; i++) {
      if (!bits.get(slot(key, i))) return false;
    }
    return true;
  }

  /** Several hashes made of the two halves of one. */
  private int slot(String key, int i) {
    long hash = spread(key);
    int first = (int) hash;
    int second = (int) (hash >>> 32) | 1;
    return Math.floorMod(first + i * second, size);
  }
  // #endregion bloom

  /** A 64-bit hash: FNV-1a, then mixed so that similar keys differ in all bits. */
  private static long spread(String key) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < key.length(); i++) hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return hash ^ (hash >>> 33);
  }
}
