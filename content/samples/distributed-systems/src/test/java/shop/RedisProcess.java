package shop;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;

/** A real redis-server of our own on a free port, without any file. */
final class RedisProcess implements AutoCloseable {

    final int port;
    private final Process process;

    private RedisProcess(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    /** Null where no redis-server is installed: the tests are then skipped. */
    static RedisProcess start() throws Exception {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Process process;
        try {
            process = new ProcessBuilder("redis-server", "--port", "" + port, "--save", "", "--appendonly", "no")
                    .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException notInstalled) {
            return null;
        }
        for (int i = 0; i < 100; i++) {
            try (var ignored = new Socket("localhost", port)) {
                return new RedisProcess(port, process);
            } catch (IOException notYet) {
                Thread.sleep(50);
            }
        }
        process.destroy();
        throw new IllegalStateException("redis-server did not start");
    }

    @Override
    public void close() throws Exception {
        process.destroy();
        process.waitFor();
    }
}
