package shop.realtime;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.ConcurrentWebSocketSessionDecorator;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import tools.jackson.databind.json.JsonMapper;

/**
 * A room for each order, for its customer and the staff. Lines are stored before anybody sees them, and who connects
 * gets those that are there, also from another instance.
 */
@Component
class OrderChat extends TextWebSocketHandler {
    record Post(String clientId, String text) {}
    record Line(long id, long author, String clientId, String body) {}

    private final JdbcClient db;
    private final JsonMapper json;
    private final Map<Long, Map<String, WebSocketSession>> rooms = new ConcurrentHashMap<>();

    OrderChat(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) throws Exception {
        long order = orderOf(session);
        if (!isMember(authorOf(session), order)) {
            session.close(CloseStatus.POLICY_VIOLATION);   // 1008: not your order
            return;
        }
        session.setTextMessageSizeLimit(4_096);            // longer: 1009
        var member = new ConcurrentWebSocketSessionDecorator(session, 2_000, 64 * 1024);
        rooms.computeIfAbsent(order, id -> new ConcurrentHashMap<>()).put(session.getId(), member);
        for (Line line : lines(order)) send(order, member, line);
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) {
        long order = orderOf(session);
        var room = rooms.getOrDefault(order, Map.of());
        if (!room.containsKey(session.getId())) return;
        var post = json.readValue(message.getPayload(), Post.class);
        Line line = store(order, authorOf(session), post);
        room.values().forEach(member -> send(order, member, line));   // to its author too: the receipt
    }

    /** A line that comes again is the one that is stored. */
    private Line store(long order, long author, Post post) {
        db.sql("""
                        insert into chat_line (order_id, author, client_id, body) values (?, ?, ?, ?)
                        on conflict (order_id, author, client_id) do nothing""")
                .params(order, author, post.clientId(), post.text()).update();
        return db.sql("select id, author, client_id, body from chat_line where order_id = ? and author = ? and client_id = ?")
                .params(order, author, post.clientId()).query(Line.class).single();
    }

    private List<Line> lines(long order) {
        return db.sql("select id, author, client_id, body from chat_line where order_id = ? order by id").param(order)
                .query(Line.class).list();
    }

    private boolean isMember(long account, long order) {
        return db.sql("""
                        select exists (select from account a join orders o on o.id = ?
                          where a.id = ? and (o.customer_id = a.customer_id or a.role in ('CLERK', 'ADMIN')))""")
                .params(order, account).query(Boolean.class).single();
    }

    private void send(long order, WebSocketSession member, Line line) {
        try {
            member.sendMessage(new TextMessage(json.writeValueAsString(line)));
        } catch (Exception tooSlowOrGone) {
            leave(order, member);
        }
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        leave(orderOf(session), session);
    }

    private void leave(long order, WebSocketSession session) {
        rooms.computeIfPresent(order, (id, room) -> room.remove(session.getId()) != null && room.isEmpty() ? null : room);
    }

    private static long authorOf(WebSocketSession session) {
        return Long.parseLong(session.getPrincipal().getName());
    }

    private static long orderOf(WebSocketSession session) {
        return Long.parseLong(session.getUri().getPath().split("/")[3]);   // /ws/orders/42/chat
    }
}
