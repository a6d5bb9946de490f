package shop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import shop.failure.PaymentClient;
import shop.failure.PaymentServer;
import shop.failure.PaymentServer.Fault;

class PartialFailureTest {

    // #region same-silence
    @Test
    void threeFailuresLookTheSameToTheCaller() throws Exception {
        try (var server = new PaymentServer()) {
            var client = new PaymentClient(server.port());
            client.status("0");                         // opens the connection

            server.fault(Fault.REQUEST_LOST);
            assertThat(client.capture("41")).isEqualTo("UNKNOWN");
            assertThat(server.ledger("41")).isNull();

            server.fault(Fault.ANSWER_LOST);
            assertThat(client.capture("42")).isEqualTo("UNKNOWN");
            await(server, "42", "CAPTURED");

            server.fault(Fault.SLOW);
            assertThat(client.capture("43")).isEqualTo("UNKNOWN");
            assertThat(client.status("43")).isEqualTo("NOT_FOUND");
            await(server, "43", "CAPTURED");            // the request was only late
        }
    }
    // #endregion same-silence

    @Test
    void closingAPaymentStopsTheRequestThatIsStillOnItsWay() throws Exception {
        try (var server = new PaymentServer()) {
            var client = new PaymentClient(server.port());
            client.status("0");
            server.fault(Fault.SLOW);
            assertThat(client.capture("44")).isEqualTo("UNKNOWN");
            assertThat(client.close("44")).isEqualTo("VOIDED");
            Thread.sleep(1_600);
            assertThat(server.ledger("44")).isEqualTo("VOIDED");

            server.fault(Fault.ANSWER_LOST);
            assertThat(client.capture("45")).isEqualTo("UNKNOWN");
            await(server, "45", "CAPTURED");
            assertThat(client.close("45")).isEqualTo("CAPTURED");
        }
    }

    private static void await(PaymentServer server, String order, String status) throws Exception {
        for (int i = 0; i < 60 && server.ledger(order) == null; i++) {
            Thread.sleep(50);
        }
        assertThat(server.ledger(order)).isEqualTo(status);
    }
}
