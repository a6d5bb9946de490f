package shop.realtime;

import java.security.Principal;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LongPollController {

    private final Feeds feeds;
    private final Duration hold;

    LongPollController(Feeds feeds, @Value("${shop.long-poll.hold}") Duration hold) {
        this.feeds = feeds;
        this.hold = hold;
    }

    // #region wait
    @GetMapping("/api/notifications/wait")
    ResponseEntity<List<Notification>> waitForNews(
            Principal customer, @RequestParam long after)
            throws InterruptedException {
        var news = feeds.of(customer.getName()).await(after, hold);
        return news.isEmpty()
                ? ResponseEntity.noContent().build()   // 204: nothing yet
                : ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore()).body(news);
    }
    // #endregion wait
}
