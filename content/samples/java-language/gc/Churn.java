import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;

/** Makes garbage like a busy server: many short-lived buffers, some that stay a while. */
public final class Churn {
    // #region churn
    record Session(String user, byte[] cart) {}

    static final Map<String, Session> SESSIONS = new HashMap<>();

    public static void main(String[] args) throws Exception {
        boolean leak = args.length > 0 && args[0].equals("leak");
        var recent = new ArrayDeque<byte[]>();
        for (int request = 0; request < 300_000; request++) {
            byte[] answer = new byte[8_000];             // dies at once
            answer[request % 8_000] = 1;
            recent.addLast(new byte[2_000]);             // lives for 20,000 requests
            if (recent.size() > 20_000) recent.removeFirst();
            if (leak && request % 10 == 0) {             // never leaves the map
                SESSIONS.put("s" + request, new Session("user" + request, new byte[1_000]));
            }
        }
        // #endregion churn
        System.out.println("ready, " + recent.size() + " buffers and " + SESSIONS.size() + " sessions");
        if (leak) {
            System.in.read();                            // stay alive for jcmd
        }
    }
}
