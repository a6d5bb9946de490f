import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** A flame graph in text: java Flame.java recording.jfr jdk.ExecutionSample [percent] */
public class Flame {
  long count;
  final Map<String, Flame> callees = new TreeMap<>();

  public static void main(String[] args) throws Exception {
    var root = new Flame();
    // #region fold
    try (var file = new RecordingFile(Path.of(args[0]))) {
      while (file.hasMoreEvents()) {
        var event = file.readEvent();
        if (!event.getEventType().getName().equals(args[1])) continue;
        if (event.getStackTrace() == null) continue;
        Flame at = root;
        at.count++;
        for (RecordedFrame frame : event.getStackTrace().getFrames().reversed()) {
          at = at.callees.computeIfAbsent(name(frame), n -> new Flame()); // callers first
          at.count++;
        }
      }
    }
    // #endregion fold
    System.out.println(root.count + " samples of " + args[1]);
    root.print(0, root.count, args.length > 2 ? Integer.parseInt(args[2]) : 5);
  }

  static String name(RecordedFrame frame) {
    String type = frame.getMethod().getType().getName();
    return type.substring(type.lastIndexOf('.') + 1) + "." + frame.getMethod().getName();
  }

  void print(int depth, long total, int percent) {
    if (depth > 9) return;
    callees.entrySet().stream()
        .filter(e -> e.getValue().count * 100 >= total * percent)
        .sorted(Comparator.comparing(e -> -e.getValue().count))
        .forEach(e -> {
          long share = Math.round(100.0 * e.getValue().count / total);
          System.out.printf("%3d %%  %s%s%n", share, "  ".repeat(depth), e.getKey());
          e.getValue().print(depth + 1, total, percent);
        });
  }
}
