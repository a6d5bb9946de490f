package shop.users;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.*;
import tools.jackson.databind.node.ObjectNode;

// #region controller
@RestController
@RequestMapping("/api/users")
class UserController {
    private final UserService users;
    private final UserSettings settings;

    UserController(UserService users, UserSettings settings) {
        this.users = users;
        this.settings = settings;
    }

    @GetMapping
    List<UserView> list(@RequestParam(required = false) Role role,
                        @RequestParam(defaultValue = "20")
                        @Min(1) @Max(100) int size) {
        return users.list(role, size).stream()
                .map(u -> UserView.of(u, settings)).toList();
    }

    @PostMapping(consumes = "application/json")
    ResponseEntity<UserView> create(@Valid @RequestBody UserData data) {
        UserView made = UserView.of(users.create(data), settings);
        return ResponseEntity
                .created(URI.create("/api/users/" + made.id())).body(made);
    }

    @PatchMapping(path = "/{id}", consumes = "application/merge-patch+json")
    UserView patch(@PathVariable long id, @RequestBody ObjectNode patch) {
        return UserView.of(users.patch(id, patch), settings);
    }
    // #endregion controller

    @GetMapping("/{id}")
    UserView get(@PathVariable long id) {
        return UserView.of(users.get(id), settings);
    }

    @PutMapping(path = "/{id}", consumes = "application/json")
    UserView replace(@PathVariable long id, @Valid @RequestBody UserData data) {
        return UserView.of(users.replace(id, data), settings);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable long id) {
        users.delete(id);
    }
}
