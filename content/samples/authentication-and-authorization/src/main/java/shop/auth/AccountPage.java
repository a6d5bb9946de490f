package shop.auth;

import java.security.Principal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AccountPage {
    @GetMapping("/account")
    String show(Principal who) {
        return "Signed in as " + who.getName();
    }

    @PostMapping("/account/newsletter")
    String subscribe(Principal who) {
        return who.getName() + " subscribed";
    }
}
