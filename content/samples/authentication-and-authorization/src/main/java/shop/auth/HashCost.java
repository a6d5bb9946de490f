package shop.auth;

import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Measures what one password check costs on this machine. */
class HashCost {
    static void main() {
        for (int strength : new int[] {4, 10, 12}) {
            var encoder = new BCryptPasswordEncoder(strength);
            String hash = encoder.encode("correct horse battery");
            long[] millis = new long[9];
            for (int i = 0; i < millis.length; i++) {
                long start = System.nanoTime();
                encoder.matches("correct horse battery", hash);
                millis[i] = (System.nanoTime() - start) / 1_000_000;
            }
            java.util.Arrays.sort(millis);
            System.out.println("bcrypt cost " + strength + ": " + millis[4] + " ms");
        }
    }
}
