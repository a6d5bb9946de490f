package shop.kotlin

import kotlin.time.measureTime
import kotlinx.coroutines.delay
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeoutOrNull

fun main() {
    // #region many
    val names = mutableSetOf<String>()
    val time = measureTime {
        runBlocking {
            repeat(10_000) {
                launch {
                    delay(1_000)
                    names += Thread.currentThread().name
                }
            }
        }
    }
    println("10000 waits of 1 s: ${time.inWholeMilliseconds} ms on ${names.size} thread")
    // #endregion many

    for ((name, retry) in listOf("retryWrong" to ::retryWrong, "retryRight" to ::retryRight)) {
        println(name)
        val answer = runBlocking {
            withTimeoutOrNull(100) { retry(3) { delay(10_000); "stock" } }
        }
        println("  result: $answer")
    }
}
