package shop.caching;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;

/** A real redis-server of our own on a free port; tests are skipped where none is installed. */
final class RedisProcess {

    static final int PORT;
    private static Process process;

    static {
        try (ServerSocket free = new ServerSocket(0)) {
            PORT = free.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        start();
        Runtime.getRuntime().addShutdownHook(new Thread(RedisProcess::stop));
    }

    private RedisProcess() {}

    static boolean available() {
        return process != null;
    }

    static void start() {
        try {
            process = new ProcessBuilder("redis-server", "--port", "" + PORT, "--save", "", "--appendonly", "no")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            for (int i = 0; i < 100; i++) {
                try (Socket ignored = new Socket("localhost", PORT)) {
                    return;
                } catch (IOException notYet) {
                    Thread.sleep(50);
                }
            }
        } catch (IOException noRedisHere) {
            process = null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A server that hangs: the connection stays open and nobody answers. */
    static void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, "" + process.pid()).inheritIO().start().waitFor();
    }

    static void stop() {
        if (process != null) {
            process.destroy();
            process.onExit().join();
        }
    }
}
