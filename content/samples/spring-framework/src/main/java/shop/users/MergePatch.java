package shop.users;

import jakarta.validation.Validator;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

// #region patch
@Component
class MergePatch {
    private final JsonMapper json;
    private final Validator validator;

    MergePatch(JsonMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    UserData apply(UserData current, ObjectNode patch) {
        ObjectNode merged = json.valueToTree(current);
        // Null removes a field, a value replaces it, an absent one stays.
        patch.properties().forEach(field -> {
            if (field.getValue().isNull()) merged.remove(field.getKey());
            else merged.set(field.getKey(), field.getValue());
        });
        UserData next;
        try {
            next = json.treeToValue(merged, UserData.class);
        } catch (JacksonException e) {              // unchecked since Jackson 3
            throw new BadPatch("The patch does not fit a user.");
        }
        validator.validate(next).stream().findFirst().ifPresent(v -> {
            throw new BadPatch(v.getPropertyPath() + " " + v.getMessage());
        });
        return next;
    }
}
// #endregion patch
