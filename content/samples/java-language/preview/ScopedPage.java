// Preview API of Java 25. Run: java --enable-preview --source 25 preview/ScopedPage.java
import java.util.concurrent.StructuredTaskScope;

// #region scope
record Page(String name, int stock) {}

Page load() throws InterruptedException {
    try (var scope = StructuredTaskScope.open()) {
        var name = scope.fork(this::readName);
        var stock = scope.fork(this::readStock);
        scope.join();                        // waits for both, or throws
        return new Page(name.get(), stock.get());
    }
}

String readName() throws InterruptedException {
    try {
        Thread.sleep(5_000);
        return "Blue mug";
    } catch (InterruptedException e) {
        IO.println("name: interrupted, not needed any more");
        throw e;
    }
}

int readStock() throws InterruptedException {
    Thread.sleep(100);
    throw new IllegalStateException("stock service is down");
}
// #endregion scope

void main() throws InterruptedException {
    long start = System.nanoTime();
    try {
        IO.println(load());
    } catch (StructuredTaskScope.FailedException e) {
        IO.println("page: " + e.getCause().getMessage());
    }
    long millis = (System.nanoTime() - start) / 1_000_000;
    IO.println("under one second: " + (millis < 1_000));
}
