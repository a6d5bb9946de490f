package shop.kotlin

import jakarta.validation.Valid
import jakarta.validation.constraints.Min
import jakarta.validation.constraints.NotBlank
import kotlinx.coroutines.flow.Flow
import org.springframework.data.annotation.Id
import org.springframework.data.relational.core.mapping.Table
import org.springframework.data.repository.kotlin.CoroutineCrudRepository
import org.springframework.http.HttpStatus
import org.springframework.stereotype.Service
import org.springframework.transaction.annotation.Transactional
import org.springframework.web.bind.annotation.GetMapping
import org.springframework.web.bind.annotation.PathVariable
import org.springframework.web.bind.annotation.PostMapping
import org.springframework.web.bind.annotation.RequestBody
import org.springframework.web.bind.annotation.RequestMapping
import org.springframework.web.bind.annotation.ResponseStatus
import org.springframework.web.bind.annotation.RestController
import org.springframework.web.server.ResponseStatusException

// #region rows
@Table("orders")
data class OrderRow(
    @Id val id: Long? = null,
    val customerId: Long,
    val status: String = "NEW",
)

@Table("order_item")
data class ItemRow(
    @Id val id: Long? = null,
    val orderId: Long,
    val sku: String,
    val quantity: Int,
)

interface OrderRepository : CoroutineCrudRepository<OrderRow, Long> {
    fun findByCustomerId(customerId: Long): Flow<OrderRow>
}

interface ItemRepository : CoroutineCrudRepository<ItemRow, Long>

data class NewOrder(
    val customerId: Long,
    @NotBlank val sku: String,
    @Min(1) val quantity: Int,
    val note: String? = null,
)
// #endregion rows

// #region service
@Service
class OrderService(
    private val orders: OrderRepository,
    private val items: ItemRepository,
) {

    @Transactional
    suspend fun place(request: NewOrder): OrderRow {
        val order = orders.save(OrderRow(customerId = request.customerId))
        items.save(
            ItemRow(
                orderId = order.id!!,
                sku = request.sku,
                quantity = request.quantity,
            ),
        )
        return order
    }
}

@RestController
@RequestMapping("/api/orders")
class OrderController(
    private val service: OrderService,
    private val orders: OrderRepository,
) {

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    suspend fun place(@Valid @RequestBody request: NewOrder): OrderRow =
        service.place(request)

    @GetMapping("/{id}")
    suspend fun one(@PathVariable id: Long): OrderRow =
        orders.findById(id)
            ?: throw ResponseStatusException(HttpStatus.NOT_FOUND)

    @GetMapping("/of/{customerId}")
    fun of(@PathVariable customerId: Long): Flow<OrderRow> =
        orders.findByCustomerId(customerId)
}
// #endregion service
