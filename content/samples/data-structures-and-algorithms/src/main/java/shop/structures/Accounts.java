package shop.structures;

/** Which of the accounts 0 … n-1 belong to the same person? A union-find. */
public class Accounts {
  private final int[] parent;
  private final int[] size;
  public long steps;

  public Accounts(int n) {
    parent = new int[n];
    size = new int[n];
    for (int i = 0; i < n; i++) {
      parent[i] = i;
      size[i] = 1;
    }
  }

  // #region union-find
  /** Two accounts share an address or a card. */
  public void same(int a, int b) {
    int one = root(a);
    int other = root(b);
    if (one == other) return;
    boolean smaller = size[one] < size[other];
    int child = smaller ? one : other;
    int top = smaller ? other : one;
    parent[child] = top;                 // the small one joins
    size[top] += size[child];
  }

  public boolean areSame(int a, int b) {
    return root(a) == root(b);
  }

  private int root(int account) {
    while (parent[account] != account) {
      parent[account] = parent[parent[account]];   // halve the path
      account = parent[account];
      steps++;
    }
    return account;
  }
  // #endregion union-find
}
