package shop.structures;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Suggestions while the customer types: all product names that begin with a prefix. */
public final class NameTrie {
  private static final class Node {
    final Map<Character, Node> next = new TreeMap<>();
    boolean endOfName;
  }

  private final Node root = new Node();
  public long visited;

  public void add(String name) {
    Node node = root;
    for (char c : name.toCharArray()) node = node.next.computeIfAbsent(c, k -> new Node());
    node.endOfName = true;
  }

  // #region suggest
  public List<String> suggest(String prefix, int limit) {
    Node node = root;
    for (char c : prefix.toCharArray()) {          // one step a letter typed
      node = node.next.get(c);
      visited++;
      if (node == null) return List.of();
    }
    var names = new ArrayList<String>();
    collect(node, new StringBuilder(prefix), limit, names);
    return names;
  }
  // #endregion suggest

  private void collect(Node node, StringBuilder path, int limit, List<String> names) {
    if (node.endOfName) names.add(path.toString());
    for (var edge : node.next.entrySet()) {
      if (names.size() == limit) return;
      visited++;
      path.append(edge.getKey());
      collect(edge.getValue(), path, limit, names);
      path.setLength(path.length() - 1);
    }
  }
}
