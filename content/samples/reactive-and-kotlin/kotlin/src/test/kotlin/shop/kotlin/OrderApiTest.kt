package shop.kotlin

import java.time.Duration
import kotlinx.coroutines.flow.count
import kotlinx.coroutines.runBlocking
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Test
import org.springframework.beans.factory.annotation.Autowired
import org.springframework.boot.test.context.SpringBootTest
import org.springframework.boot.test.web.server.LocalServerPort
import org.springframework.http.MediaType
import org.springframework.test.web.reactive.server.WebTestClient

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class OrderApiTest {

    @LocalServerPort
    private var port: Int = 0

    @Autowired
    private lateinit var orders: OrderRepository

    private lateinit var client: WebTestClient

    @BeforeEach
    fun connect() {
        client = WebTestClient.bindToServer().baseUrl("http://localhost:$port")
            .responseTimeout(Duration.ofMinutes(1)).build()
    }

    private fun post(json: String) = client.post().uri("/api/orders")
        .contentType(MediaType.APPLICATION_JSON).bodyValue(json).exchange()

    @Test
    fun `an order is stored and found`() {
        post("""{"customerId": 1, "sku": "mug", "quantity": 2}""")
            .expectStatus().isCreated.expectBody().jsonPath("$.status").isEqualTo("NEW")
        client.get().uri("/api/orders/of/1").exchange()
            .expectStatus().isOk.expectBody().jsonPath("$.length()").isEqualTo(1)
        client.get().uri("/api/orders/999").exchange().expectStatus().isNotFound
    }

    @Test
    fun `types and constraints refuse bad input`() {
        for (json in listOf(
            """{"customerId": 1, "quantity": 2}""",
            """{"customerId": 1, "sku": null, "quantity": 2}""",
            """{"customerId": 1, "sku": "mug"}""",
            """{"customerId": 1, "sku": " ", "quantity": 2}""",
            """{"customerId": 1, "sku": "mug", "quantity": 0}""",
        )) {
            val status = post(json).expectBody().returnResult().status
            println("$json -> ${status.value()}")
            assertThat(status.value()).isEqualTo(400)
        }
    }

    @Test
    fun `a failed item takes the order back`() {
        post("""{"customerId": 5, "sku": "mug", "quantity": 1000}""").expectStatus().is5xxServerError
        runBlocking { assertThat(orders.findByCustomerId(5).count()).isZero() }
    }
}
