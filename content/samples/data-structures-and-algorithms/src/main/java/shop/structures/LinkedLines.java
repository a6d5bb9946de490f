package shop.structures;

/** The same list as a chain of nodes. */
public final class LinkedLines {
  private static final class Node {
    final long id;
    Node next;

    Node(long id) {
      this.id = id;
    }
  }

  private Node first;
  private Node last;
  public long hops;

  public void add(long id) {
    Node node = new Node(id);
    if (first == null) first = node;
    else last.next = node;
    last = node;
  }

  public long get(int index) {
    Node node = first;
    for (int i = 0; i < index; i++) {
      node = node.next;
      hops++;
    }
    return node.id;
  }
}
