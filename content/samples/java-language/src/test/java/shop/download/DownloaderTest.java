package shop.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloaderTest {
    @TempDir Path folder;
    private final AtomicInteger busy = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final ExecutorService serverThreads = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer server;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(serverThreads);
        server.createContext("/", exchange -> {
            most.accumulateAndGet(busy.incrementAndGet(), Math::max);
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            boolean there = !exchange.getRequestURI().getPath().contains("missing");
            byte[] body = new byte[2_000];
            busy.decrementAndGet();
            exchange.sendResponseHeaders(there ? 200 : 404, body.length);
            try (var out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        serverThreads.close();
    }

    // #region test
    @Test
    void fourThreadsFetchTwelveFilesAndOneFailureStaysAlone() throws Exception {
        List<URI> uris = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            uris.add(uri(i == 5 ? "missing.jpg" : "photo" + i + ".jpg"));
        }

        var report = new Downloader(folder).fetchAll(uris, 4);

        assertEquals(11, report.stream().filter(r -> r.problem() == null && r.bytes() == 2_000).count());
        assertEquals("java.io.IOException: status 404", report.get(4).problem());
        assertTrue(most.get() <= 4, "never more than four requests at once: " + most);
        try (var files = Files.list(folder)) {
            assertEquals(11, files.count());     // no half-written .part file is left
        }
    }
    // #endregion test

    @Test
    void oneFileNameBelongsToOneAddress() throws Exception {
        URI mugs = uri("mugs/front.jpg");
        URI pots = uri("pots/front.jpg");

        var report = new Downloader(folder).fetchAll(List.of(mugs, pots), 1);

        assertEquals(null, report.get(0).problem());
        assertEquals("java.io.IOException: front.jpg is already the file of " + mugs, report.get(1).problem());
    }

    @Test
    void moreThreadsWaitTogether() throws Exception {
        List<URI> uris = new ArrayList<>();
        for (int i = 1; i <= 16; i++) {
            uris.add(uri("photo" + i + ".jpg"));
        }
        new Downloader(folder).fetchAll(uris.subList(0, 1), 1);   // warm up
        List<Long> millis = new ArrayList<>();
        for (int threads : new int[] {1, 4, 16}) {
            long start = System.nanoTime();
            new Downloader(folder).fetchAll(uris, threads);
            millis.add((System.nanoTime() - start) / 1_000_000);
            System.out.printf("16 files, pool of %2d: %5d ms%n", threads, millis.getLast());
        }
        assertTrue(millis.getLast() < millis.getFirst());
    }

    private URI uri(String name) {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/" + name);
    }
}
