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
            candidate = root.resolve(name).toRealPath(); // fails when the file is absent
        } catch (InvalidPathException | IOException e) { // its message names the folder
            throw new NoSuchFileException("invoice");
        }
        if (!candidate.startsWith(root) || !Files.isRegularFile(candidate)) {
            throw new NoSuchFileException("invoice"); // same answer as for an absent file
        }
        return Files.readString(candidate);
    }
    // #endregion safe
}
