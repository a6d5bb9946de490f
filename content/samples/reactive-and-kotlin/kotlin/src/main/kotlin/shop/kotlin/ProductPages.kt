package shop.kotlin

import java.math.BigDecimal
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.async
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.filter
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.withTimeoutOrNull

data class Price(val sku: String, val amount: BigDecimal)

data class ProductPage(val price: Price, val stock: Int?, val rating: Double)

interface Partners {
    suspend fun price(sku: String): Price
    suspend fun stock(sku: String): Int
    suspend fun rating(sku: String): Double
}

// #region page
class ProductPages(private val partners: Partners) {

    suspend fun page(sku: String): ProductPage = coroutineScope {
        val price = async { partners.price(sku) }
        val stock = async { withTimeoutOrNull(500) { partners.stock(sku) } }
        val rating = async { partners.rating(sku) }
        ProductPage(price.await(), stock.await(), rating.await())
    }
    // #endregion page

    // #region flow
    fun prices(skus: List<String>): Flow<Price> = flow {
        for (sku in skus) {
            emit(partners.price(sku))      // suspends until the collector is ready
        }
    }

    fun bargains(skus: List<String>): Flow<Price> =
        prices(skus).filter { it.amount < BigDecimal.TEN }
    // #endregion flow
}

// #region swallowed
suspend fun retryWrong(attempts: Int, call: suspend () -> String): String? {
    repeat(attempts) {
        try {
            return call()
        } catch (e: Exception) {
            println("attempt ${it + 1}: ${e::class.simpleName}")
        }
    }
    return null
}

suspend fun retryRight(attempts: Int, call: suspend () -> String): String? {
    repeat(attempts) {
        try {
            return call()
        } catch (e: CancellationException) {
            throw e                   // not a failure: somebody told us to stop
        } catch (e: Exception) {
            println("attempt ${it + 1}: ${e::class.simpleName}")
        }
    }
    return null
}
// #endregion swallowed
