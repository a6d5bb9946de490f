package shop.realtime;

import java.io.IOException;
import java.security.Principal;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
class StreamController {

    private final Feeds feeds;
    private final Duration heartbeat;
    private final Set<SseEmitter> open = ConcurrentHashMap.newKeySet();

    StreamController(Feeds feeds, @Value("${shop.sse.heartbeat}") Duration heartbeat) {
        this.feeds = feeds;
        this.heartbeat = heartbeat;
    }

    // #region stream
    @GetMapping(path = "/api/notifications/stream",
                produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter stream(
            Principal customer,
            @RequestHeader(name = "Last-Event-ID", defaultValue = "0")
            long lastId) {
        var emitter = new SseEmitter(0L);                // 0: no timeout of our own
        var feed = feeds.of(customer.getName());
        var worker = Thread.ofVirtual()
                .unstarted(() -> push(feed, lastId, emitter));
        emitter.onCompletion(() -> { open.remove(emitter); worker.interrupt(); });
        open.add(emitter);
        worker.start();
        return emitter;
    }
    // #endregion stream

    // #region push
    private void push(Feed feed, long seen, SseEmitter emitter) {
        try {
            while (true) {
                var news = feed.await(seen, heartbeat);
                if (news.isEmpty())
                    emitter.send(SseEmitter.event().comment("still here"));
                for (var n : news) {
                    emitter.send(SseEmitter.event()
                            .id("" + n.id()).name(n.type()).data(n));
                    seen = n.id();
                }
            }
        } catch (IOException | IllegalStateException | InterruptedException gone) {
            open.remove(emitter);                 // the client left: stop pushing
        }
    }
    // #endregion push

    // #region shutdown
    @EventListener(ContextClosedEvent.class)
    void endStreams() {
        open.forEach(SseEmitter::complete);
    }
    // #endregion shutdown

    int openStreams() {
        return open.size();
    }
}
