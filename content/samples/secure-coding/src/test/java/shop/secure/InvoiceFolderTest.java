package shop.secure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvoiceFolderTest {
    @TempDir Path temp;
    InvoiceFolder invoices;

    @BeforeEach
    void files() throws IOException {
        Path root = Files.createDirectory(temp.resolve("invoices"));
        Files.writeString(root.resolve("7.txt"), "Invoice 7");
        Path sibling = Files.createDirectory(temp.resolve("invoices-internal"));
        Files.writeString(sibling.resolve("margins.txt"), "margins");
        Files.createSymbolicLink(root.resolve("link.txt"), sibling.resolve("margins.txt"));
        invoices = new InvoiceFolder(root);
    }

    // #region attacks
    @ParameterizedTest
    @ValueSource(strings = {"../invoices-internal/margins.txt", "link.txt", "/etc/hostname", "8.txt", ".", "a\0b", "7.txt/x"})
    void everyOtherNameIsNotFound(String name) {
        assertThatThrownBy(() -> invoices.read(name)).isInstanceOf(NoSuchFileException.class).hasMessage("invoice");
    }

    @Test
    void comparingTextLetsTheSiblingThrough() throws IOException {
        assertThat(invoices.wrong("../invoices-internal/margins.txt")).isEqualTo("margins");
        assertThat(invoices.wrong("link.txt")).isEqualTo("margins");
    }
    // #endregion attacks

    @Test
    void aNameTooLongForTheFileSystemIsNotFoundEither() {
        assertThatThrownBy(() -> invoices.read("x".repeat(300)))
                .isInstanceOf(NoSuchFileException.class).hasMessage("invoice");
    }

    @Test
    void anInvoiceIsRead() throws IOException {
        assertThat(invoices.read("7.txt")).isEqualTo("Invoice 7");
    }
}
