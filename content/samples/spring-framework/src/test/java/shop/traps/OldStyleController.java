package shop.traps;

import jakarta.validation.constraints.Max;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.*;

// #region validated
@RestController
@Validated                              // needed before Spring 6.1, harmful now
public class OldStyleController {
    @GetMapping("/old")
    int list(@RequestParam @Max(100) int size) {
        return size;
    }
}
// #endregion validated
