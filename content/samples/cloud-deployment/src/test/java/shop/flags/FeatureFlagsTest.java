package shop.flags;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import shop.flags.FeatureFlags.Flag;

class FeatureFlagsTest {

    private final FeatureFlags flags = new FeatureFlags();

    private Set<Long> customersWith(String name) {
        return LongStream.rangeClosed(1, 10_000).filter(id -> flags.isOn(name, id)).boxed().collect(Collectors.toSet());
    }

    @Test
    void aShareOfCustomersGetsTheFeatureAndKeepsItWhenTheShareGrows() {
        flags.replace(Map.of("new-checkout", new Flag(true, 5, Set.of())));
        Set<Long> five = customersWith("new-checkout");
        flags.replace(Map.of("new-checkout", new Flag(true, 20, Set.of())));
        Set<Long> twenty = customersWith("new-checkout");
        System.out.println("5 %: " + five.size() + ", 20 %: " + twenty.size() + " of 10,000");
        assertEquals(500, five.size(), 75);
        assertEquals(2_000, twenty.size(), 150);
        assertTrue(twenty.containsAll(five));
    }

    @Test
    void twoFlagsDoNotAlwaysHitTheSamePeople() {
        flags.replace(Map.of("new-checkout", new Flag(true, 20, Set.of()), "fast-search", new Flag(true, 20, Set.of())));
        Set<Long> both = customersWith("new-checkout");
        both.retainAll(customersWith("fast-search"));
        System.out.println("both flags: " + both.size());
        assertTrue(both.size() < 800);
    }

    @Test
    void theKillSwitchBeatsEverythingAndUnknownFlagsAreOff() {
        flags.replace(Map.of("new-checkout", new Flag(false, 100, Set.of(7L))));
        assertFalse(flags.isOn("new-checkout", 7));
        assertFalse(flags.isOn("never-created", 7));
    }

    @Test
    void namedCustomersComeFirst() {
        flags.replace(Map.of("new-checkout", new Flag(true, 0, Set.of(7L))));
        assertTrue(flags.isOn("new-checkout", 7));
        assertFalse(flags.isOn("new-checkout", 8));
    }
}
