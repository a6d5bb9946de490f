package shop.structures;

import java.util.List;

// #region category
/** A node of the shop's category tree; the leaves have no children. */
public record Category(String name, int ownProducts, List<Category> children) {
  int totalProducts() {
    int total = ownProducts;
    for (Category child : children) total += child.totalProducts();
    return total;
  }

  int depth() {
    int deepest = 0;
    for (Category child : children) deepest = Math.max(deepest, child.depth());
    return deepest + 1;
  }
}
// #endregion category
