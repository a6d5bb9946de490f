package shop.realtime;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

// #region buffer
/** Between the price source and a slow client: the newest quote by symbol. */
class QuoteBuffer {

    record Quote(String symbol, long seq, String price) {}

    private final Map<String, Quote> waiting = new LinkedHashMap<>();

    synchronized void offer(Quote quote) {
        waiting.merge(quote.symbol(), quote,
                (old, fresh) -> fresh.seq() > old.seq() ? fresh : old);
        notifyAll();
    }

    synchronized List<Quote> take() throws InterruptedException {
        while (waiting.isEmpty()) wait();
        var batch = List.copyOf(waiting.values());
        waiting.clear();
        return batch;
    }
}
// #endregion buffer
