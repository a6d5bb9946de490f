package shop.structures;

import java.util.ArrayDeque;

/** Checks the brackets of a promotion rule such as (total > 50 and sku in [MUG, POT]). */
public final class PromotionRule {
  private PromotionRule() {}

  // #region brackets
  /** Position of a bracket without its partner, or -1 when all of them fit. */
  static int firstBadBracket(String rule) {
    var open = new ArrayDeque<Integer>();       // positions, the innermost on top
    for (int i = 0; i < rule.length(); i++) {
      char c = rule.charAt(i);
      if (c == '(' || c == '[') open.push(i);
      if (c == ')' || c == ']') {
        char wanted = c == ')' ? '(' : '[';
        if (open.isEmpty() || rule.charAt(open.pop()) != wanted) return i;
      }
    }
    return open.isEmpty() ? -1 : open.peek();
  }
  // #endregion brackets
}
