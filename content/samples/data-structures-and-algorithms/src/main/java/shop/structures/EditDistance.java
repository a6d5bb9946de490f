package shop.structures;

/** How many letters must be inserted, removed or replaced to turn one word into the other? */
public class EditDistance {
  public long steps;

  // #region recursive
  /** The last letters decide among three smaller questions. */
  public int byRecursion(String a, String b) {
    steps++;
    if (a.isEmpty() || b.isEmpty()) return a.length() + b.length();
    String shortA = a.substring(0, a.length() - 1);
    String shortB = b.substring(0, b.length() - 1);
    int replace = a.endsWith(b.substring(b.length() - 1)) ? 0 : 1;
    return Math.min(byRecursion(shortA, shortB) + replace,
        1 + Math.min(byRecursion(shortA, b), byRecursion(a, shortB)));
  }
  // #endregion recursive

  // #region table
  /** The same questions, the smallest first, each answered once. */
  public int byTable(String a, String b) {
    int[] above = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) above[j] = j;
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        steps++;
        int replace = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(above[j - 1] + replace,
            1 + Math.min(above[j], row[j - 1]));
      }
      above = row;
    }
    return above[b.length()];
  }
  // #endregion table
}
