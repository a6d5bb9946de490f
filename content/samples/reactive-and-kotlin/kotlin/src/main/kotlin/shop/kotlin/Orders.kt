package shop.kotlin

import java.math.BigDecimal

// #region model
data class Customer(val id: Long, val name: String, val email: String?)

data class Item(val sku: String, val quantity: Int, val unitPrice: BigDecimal)

data class Order(
    val id: Long,
    val customer: Customer?,
    val items: List<Item>,
    val state: OrderState = OrderState.New,
)

sealed interface OrderState {
    data object New : OrderState
    data class Shipped(val trackingCode: String) : OrderState
    data class Cancelled(val reason: String) : OrderState
}
// #endregion model

// #region use
fun List<Item>.total(): BigDecimal =
    sumOf { it.unitPrice * it.quantity.toBigDecimal() }

fun Order.mailTo(): String = customer?.email ?: "desk@shop.example"

fun Order.message(): String = when (state) {
    OrderState.New -> "We have your order over ${items.total()} EUR."
    is OrderState.Shipped -> "On its way: ${state.trackingCode}"
    is OrderState.Cancelled -> "Cancelled: ${state.reason}"
}

fun Order.ship(code: String): Order = copy(state = OrderState.Shipped(code))
// #endregion use
