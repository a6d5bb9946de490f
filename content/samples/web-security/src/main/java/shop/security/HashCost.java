package shop.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.scrypt.SCryptPasswordEncoder;

/** How long does one guess cost? One thread, this machine. */
public class HashCost {
    public static void main(String[] args) throws Exception {
        // #region example
        PasswordEncoder encoder = new BCryptPasswordEncoder(12);
        String first = encoder.encode("correct horse battery");
        String second = encoder.encode("correct horse battery");
        System.out.println(first);
        System.out.println(second);
        System.out.println("same text: " + first.equals(second));
        System.out.println("both match: "
                + (encoder.matches("correct horse battery", first)
                && encoder.matches("correct horse battery", second)));
        // #endregion example
        System.out.println();

        byte[] password = "correct horse battery".getBytes(StandardCharsets.UTF_8);
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        for (int i = 0; i < 500_000; i++) sha.digest(password);   // warm up
        long start = System.nanoTime();
        for (int i = 0; i < 1_000_000; i++) sha.digest(password);
        System.out.printf("%-18s %10.4f ms%n", "SHA-256", (System.nanoTime() - start) / 1e12);
        for (int cost : new int[] {10, 12, 14}) report("bcrypt " + cost, new BCryptPasswordEncoder(cost));
        for (int log : new int[] {14, 17}) report("scrypt N=2^" + log, new SCryptPasswordEncoder(1 << log, 8, 1, 32, 16));
    }

    private static void report(String name, PasswordEncoder encoder) {
        encoder.encode("warm up");
        long start = System.nanoTime();
        for (int i = 0; i < 3; i++) encoder.encode("correct horse battery");
        System.out.printf("%-18s %10.1f ms%n", name, (System.nanoTime() - start) / 3e6);
    }
}
