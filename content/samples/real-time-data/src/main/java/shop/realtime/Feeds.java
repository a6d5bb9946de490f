package shop.realtime;

import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

@Component
public class Feeds {

    private final ConcurrentHashMap<String, Feed> feeds = new ConcurrentHashMap<>();

    Feed of(String customer) {
        return feeds.computeIfAbsent(customer, c -> new Feed());
    }
}
