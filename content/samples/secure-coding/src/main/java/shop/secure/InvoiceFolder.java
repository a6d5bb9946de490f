package shop.secure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads invoices, and nothing outside their folder. */
public class InvoiceFolder {
    private final Path root;

    public InvoiceFolder(Path root) throws IOException {
        this.root = root.toRealPath(); // canonical once: absolute, no "..", links followed
    }

    // #region wrong
    String wrong(String name) throws IOException {
        String path = Path.of(root + "/" + name).normalize().toString();
        if (!path.startsWith(root.toString())) throw new NoSuchFileException(name);
        return Files.readString(Path.of(path));
    }
    // #endregion wrong

    // #region safe
    public String read(String name) throws IOException {
        Path candidate;
        try {
            // Fails when the file is absent.
            candidate = root.resolve(name).toRealPath();
        } catch (InvalidPathException | IOException e) {
            // The message of e names the folder.
            throw new NoSuchFileException("invoice");
        }
        if (!candidate.startsWith(root) || !Files.isRegularFile(candidate)) {
            // Same answer as for an absent file.
            throw new NoSuchFileException("invoice");
        }
        return Files.readString(candidate);
    }
    // #endregion safe
}
