package shop.secure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.crypto.AEADBadTagException;
import org.junit.jupiter.api.Test;

class EnvelopeTest {
    final KeyService keys = new KeyService();
    final Envelope envelope = new Envelope(keys);
    final Envelope.Sealed ada = envelope.seal(1, "DE89370400440532013000");

    @Test
    void sizes() {
        assertThat(envelope.open(1, ada)).isEqualTo("DE89370400440532013000");
        assertThat(ada.message()).hasSize(12 + 22 + 16);
        assertThat(ada.key().bytes()).hasSize(12 + 32 + 16);
        assertThat(envelope.seal(1, "DE89370400440532013000").message()).isNotEqualTo(ada.message());
    }

    // #region attacks
    @Test
    void aChangedByteIsNoticed() {
        ada.message()[20] ^= 1;
        assertThatThrownBy(() -> envelope.open(1, ada)).hasCauseInstanceOf(AEADBadTagException.class);
    }

    @Test
    void aValueCopiedToAnotherCustomerIsNoticed() {
        assertThatThrownBy(() -> envelope.open(2, ada)).hasCauseInstanceOf(AEADBadTagException.class);
    }

    @Test
    void rotationLeavesTheDataAlone() {
        keys.rotate();
        Envelope.Sealed rewrapped = envelope.rewrap(ada);
        assertThat(rewrapped.key().version()).isEqualTo(2);
        assertThat(rewrapped.message()).isSameAs(ada.message());

        keys.destroy(1);
        assertThat(envelope.open(1, rewrapped)).isEqualTo("DE89370400440532013000");
        assertThatThrownBy(() -> envelope.open(1, ada)).hasMessage("master key 1 is gone");
    }
    // #endregion attacks
}
