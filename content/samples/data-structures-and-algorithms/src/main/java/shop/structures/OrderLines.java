package shop.structures;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** A list of order-line ids on top of an array, as ArrayList works inside. */
public final class OrderLines {
  private long[] slots = new long[10];
  private int size;
  private final IntUnaryOperator nextCapacity;
  public long moves;

  public OrderLines(IntUnaryOperator nextCapacity) {
    this.nextCapacity = nextCapacity;
  }

  // #region grow
  public void add(long id) {
    makeRoom();
    slots[size++] = id;
  }

  public void addFirst(long id) {
    makeRoom();
    // Everything one place to the right.
    System.arraycopy(slots, 0, slots, 1, size);
    moves += size;
    slots[0] = id;
    size++;
  }

  private void makeRoom() {
    if (size < slots.length) return;
    slots = Arrays.copyOf(slots, nextCapacity.applyAsInt(slots.length));
    moves += size;
  }
  // #endregion grow

  public long get(int index) {
    if (index < 0 || index >= size) throw new IndexOutOfBoundsException(index);
    return slots[index];
  }

  public int size() {
    return size;
  }
}
