package shop.kotlin

// #region platform
fun hostUnchecked() = System.getProperty("shop.mail.host")          // type String!, taken on trust

fun hostChecked(): String? = System.getProperty("shop.mail.host")   // the caller must decide

fun port(host: String): Int = if (host.endsWith(".example")) 2525 else 587
// #endregion platform
