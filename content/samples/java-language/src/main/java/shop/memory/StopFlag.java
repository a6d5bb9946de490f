package shop.memory;

/** Two worker loops; only one of them is sure to see that it should stop. */
public final class StopFlag {
    private StopFlag() {}

    // #region flags
    static boolean plainStop;
    static volatile boolean volatileStop;

    static void plainLoop() {
        long rounds = 0;
        while (!plainStop) {
            rounds++;
        }
    }

    static void volatileLoop() {
        long rounds = 0;
        while (!volatileStop) {
            rounds++;
        }
    }
    // #endregion flags

    public static void main(String[] args) throws InterruptedException {
        Thread plain = Thread.ofPlatform().daemon().start(StopFlag::plainLoop);
        Thread safe = Thread.ofPlatform().daemon().start(StopFlag::volatileLoop);
        Thread.sleep(1_000);
        plainStop = true;
        volatileStop = true;
        plain.join(2_000);
        safe.join(2_000);
        System.out.println("plain field:    " + (plain.isAlive() ? "still running after 2 s" : "stopped"));
        System.out.println("volatile field: " + (safe.isAlive() ? "still running after 2 s" : "stopped"));
    }
}
