package shop.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

final class FileReceipts implements Checkout.ReceiptStore, AutoCloseable {
    private final Writer writer;

    FileReceipts(Path file) throws IOException {
        writer = Files.newBufferedWriter(file);
    }

    @Override
    public void save(Checkout.Receipt receipt) {
        try {
            writer.write(receipt + System.lineSeparator());
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
