package shop.download;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Fetches many files with a fixed number of threads. */
public final class Downloader {
    /** One line of the report: either bytes or a problem. */
    public record Result(URI uri, long bytes, String problem) {}

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Path folder;
    private final Map<String, URI> owners = new ConcurrentHashMap<>();   // file name -> address

    public Downloader(Path folder) {
        this.folder = folder;
    }

    // #region pool
    public List<Result> fetchAll(List<URI> uris, int threads)
            throws InterruptedException {
        try (var pool = Executors.newFixedThreadPool(threads)) {
            List<Callable<Long>> tasks = new ArrayList<>();
            for (URI uri : uris) {
                tasks.add(() -> fetch(uri));
            }
            List<Future<Long>> futures =
                    pool.invokeAll(tasks, 30, TimeUnit.SECONDS);
            List<Result> report = new ArrayList<>();
            for (int i = 0; i < futures.size(); i++) {
                report.add(result(uris.get(i), futures.get(i)));
            }
            return report;
        }
    }

    private Result result(URI uri, Future<Long> future)
            throws InterruptedException {
        if (future.isCancelled()) {
            return new Result(uri, 0, "not finished in time");
        }
        try {
            return new Result(uri, future.get(), null);
        } catch (ExecutionException e) {
            return new Result(uri, 0, e.getCause().toString());
        }
    }
    // #endregion pool

    private long fetch(URI uri) throws IOException, InterruptedException {
        String name = Path.of(uri.getPath()).getFileName().toString();
        URI owner = owners.putIfAbsent(name, uri);
        if (owner != null && !owner.equals(uri)) {
            throw new IOException(name + " is already the file of " + owner);
        }
        Path part = Files.createTempFile(folder, name, ".part");
        try {
            var request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10)).build();
            var response = client.send(request, HttpResponse.BodyHandlers.ofFile(part));
            if (response.statusCode() != 200) {
                throw new IOException("status " + response.statusCode());
            }
            Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            return Files.size(folder.resolve(name));
        } finally {
            Files.deleteIfExists(part);
        }
    }

    public static void main(String[] args) throws Exception {
        int threads = Integer.parseInt(args[0]);
        List<URI> uris = new ArrayList<>();
        for (int i = 2; i < args.length; i++) {
            uris.add(URI.create(args[i]));
        }
        for (Result r : new Downloader(Files.createDirectories(Path.of(args[1]))).fetchAll(uris, threads)) {
            System.out.println(r.uri() + "  " + (r.problem() == null ? r.bytes() + " bytes" : r.problem()));
        }
    }
}
