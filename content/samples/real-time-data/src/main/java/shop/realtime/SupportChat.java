package shop.realtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.ConcurrentWebSocketSessionDecorator;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import tools.jackson.databind.json.JsonMapper;

/** The chat of order 42, which belongs to Ada. */
@Component
class SupportChat extends TextWebSocketHandler {

    record Post(String clientId, String text) {}
    record Line(long seq, String from, String clientId, String text) {}

    private static final Set<String> MEMBERS = Set.of("ada", "sam");

    private final JsonMapper json;
    private final Map<String, WebSocketSession> online = new ConcurrentHashMap<>();
    private final List<Line> history = new ArrayList<>();
    private final Map<String, Line> byClientId = new HashMap<>();

    SupportChat(JsonMapper json) {
        this.json = json;
    }

    // #region chat
    @Override
    public void afterConnectionEstablished(WebSocketSession session)
            throws Exception {
        if (!MEMBERS.contains(session.getPrincipal().getName())) {
            session.close(CloseStatus.POLICY_VIOLATION);  // 1008: not your order
            return;
        }
        online.put(session.getId(),
                new ConcurrentWebSocketSessionDecorator(session, 2_000, 64 * 1024));
    }

    @Override
    protected void handleTextMessage(
            WebSocketSession session, TextMessage message) {
        if (!online.containsKey(session.getId())) return;
        var post = json.readValue(message.getPayload(), Post.class);
        var line = store(session.getPrincipal().getName(), post);
        var text = new TextMessage(json.writeValueAsString(line));
        // The echo is the receipt.
        online.values().forEach(member -> send(member, text));
    }

    private synchronized Line store(String from, Post post) {
        return byClientId.computeIfAbsent(from + "/" + post.clientId(), key -> {
            var line = new Line(
                    history.size() + 1, from, post.clientId(), post.text());
            history.add(line);
            return line;
        });
    }
    // #endregion chat

    private void send(WebSocketSession member, TextMessage text) {
        try {
            member.sendMessage(text);
        } catch (Exception tooSlowOrGone) {
            online.remove(member.getId());
            try {
                member.close(CloseStatus.SESSION_NOT_RELIABLE);   // let the client notice and come back
            } catch (Exception alreadyClosed) {
                // nothing left to close
            }
        }
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        online.remove(session.getId());
    }

    synchronized List<Line> history() {
        return List.copyOf(history);
    }
}
