package shop.kotlin

import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.junit.jupiter.api.Test

class OrdersTest {

    private val mug = Item("mug", 2, "12.50".toBigDecimal())
    private val ada = Customer(1, "Ada", email = null)

    @Test
    fun `null safety, extension functions and copy`() {
        val order = Order(7, ada, listOf(mug))
        assertThat(order.mailTo()).isEqualTo("desk@shop.example")
        assertThat(order.message()).isEqualTo("We have your order over 25.00 EUR.")
        assertThat(order.ship("X1").message()).isEqualTo("On its way: X1")
        assertThat(order.state).isEqualTo(OrderState.New)
        assertThat(order).isEqualTo(Order(7, ada, listOf(mug)))
        println(order)
    }

    @Test
    fun `a platform type lets null through to the next typed parameter`() {
        assertThatThrownBy { port(hostUnchecked()) }.isInstanceOf(NullPointerException::class.java)
            .satisfies({ println(it) })
        assertThat(hostChecked()?.let(::port)).isNull()
    }
}
