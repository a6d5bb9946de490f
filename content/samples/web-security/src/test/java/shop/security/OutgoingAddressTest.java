package shop.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutgoingAddressTest {
    final OutgoingAddress outgoing = new OutgoingAddress(host -> switch (host) {
        case "partner.example" -> of("93.184.215.14");
        case "evil.example" -> of("93.184.215.14", "10.0.0.7");   // one of two is ours
        default -> InetAddress.getAllByName(host);                   // numbers only: no DNS in tests
    });

    static InetAddress[] of(String... addresses) throws UnknownHostException {
        var found = new InetAddress[addresses.length];
        for (int i = 0; i < found.length; i++) found[i] = InetAddress.getByName(addresses[i]);
        return found;
    }

    // #region attacks
    @ParameterizedTest
    @ValueSource(strings = {
        "http://partner.example/image.png", "file:///etc/passwd",
        "https://127.0.0.1/", "https://[::1]/", "https://[::ffff:127.0.0.1]/",
        "https://169.254.169.254/latest/meta-data/", "https://10.0.0.7/admin",
        "https://192.168.1.1/", "https://[fd00::7]/", "https://100.64.0.1/",
        "https://0.0.0.0/", "https://partner.example:8081/actuator",
        "https://partner.example@10.0.0.7/", "https://evil.example/",
    })
    void anAddressInsideIsRefused(String uri) {
        assertThatThrownBy(() -> outgoing.check(URI.create(uri)))
                .isInstanceOf(IllegalArgumentException.class);
    }
    // #endregion attacks

    @Test
    void aPublicAddressIsReturnedToConnectTo() {
        assertThat(outgoing.check(URI.create("https://partner.example/image.png")).getHostAddress())
                .isEqualTo("93.184.215.14");
    }
}
