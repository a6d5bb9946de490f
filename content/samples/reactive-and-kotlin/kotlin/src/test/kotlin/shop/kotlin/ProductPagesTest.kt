package shop.kotlin

import kotlinx.coroutines.delay
import kotlinx.coroutines.ExperimentalCoroutinesApi
import kotlinx.coroutines.flow.take
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.test.currentTime
import kotlinx.coroutines.test.runTest
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

@OptIn(ExperimentalCoroutinesApi::class)
class ProductPagesTest {

    private class Fake(val stockAfter: Long = 200, val broken: Boolean = false) : Partners {
        var asked = 0
        var ratingDone = false

        override suspend fun price(sku: String): Price {
            asked++
            delay(100)
            if (broken) throw IllegalStateException("price service down")
            return Price(sku, (if (sku == "mug") "12.50" else "9.50").toBigDecimal())
        }

        override suspend fun stock(sku: String): Int {
            delay(stockAfter)
            return 7
        }

        override suspend fun rating(sku: String): Double {
            delay(300)
            ratingDone = true
            return 4.5
        }
    }

    // #region test
    @Test
    fun `three calls take as long as the slowest`() = runTest {
        val page = ProductPages(Fake(stockAfter = 60_000)).page("mug")
        assertThat(page.stock).isNull()
        assertThat(currentTime).isEqualTo(500)      // virtual milliseconds
    }
    // #endregion test

    @Test
    fun `one failure cancels the siblings`() = runTest {
        val fake = Fake(broken = true)
        val result = runCatching { ProductPages(fake).page("mug") }
        assertThat(result.exceptionOrNull()).hasMessage("price service down")
        assertThat(currentTime).isEqualTo(100)
        assertThat(fake.ratingDone).isFalse()
    }

    @Test
    fun `a flow produces only what is collected`() = runTest {
        val fake = Fake()
        val first = ProductPages(fake).bargains(List(1_000) { "sku-$it" }).take(2).toList()
        assertThat(first).hasSize(2)
        assertThat(fake.asked).isEqualTo(2)
    }
}
