package shop.kotlin

// #region platform
// Type String!, taken on trust.
fun hostUnchecked() = System.getProperty("shop.mail.host")

// The caller must decide.
fun hostChecked(): String? = System.getProperty("shop.mail.host")

fun port(host: String): Int = if (host.endsWith(".example")) 2525 else 587
// #endregion platform
