package shop.structures;

/** A plain binary search tree of prices in cents. It never rebalances itself. */
public final class PriceTree {
  private static final class Node {
    final int cents;
    Node cheaper;
    Node dearer;

    Node(int cents) {
      this.cents = cents;
    }
  }

  private Node root;
  public long steps;

  // #region bst
  public void add(int cents) {
    if (root == null) { root = new Node(cents); return; }
    Node node = root;
    while (true) {
      steps++;
      if (cents < node.cents) {
        if (node.cheaper == null) { node.cheaper = new Node(cents); return; }
        node = node.cheaper;
      } else {
        if (node.dearer == null) { node.dearer = new Node(cents); return; }
        node = node.dearer;
      }
    }
  }
  // #endregion bst
}
