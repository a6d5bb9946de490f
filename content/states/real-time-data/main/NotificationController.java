package shop.realtime;

import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import shop.Accounts;

/** Catching up without a stream: what came after a number, a hundred at a time. */
@RestController
class NotificationController {
    private final Accounts accounts;
    private final Feeds feeds;

    NotificationController(Accounts accounts, Feeds feeds) {
        this.accounts = accounts;
        this.feeds = feeds;
    }

    @GetMapping("/api/notifications")
    ResponseEntity<List<Notification>> after(@AuthenticationPrincipal Jwt token,
                                             @RequestParam(defaultValue = "0") long after) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore())
                .body(feeds.of(accounts.customerOf(token)).after(after));
    }
}
