package shop.reliability;

import java.util.Set;
import org.springframework.boot.json.JsonWriter.Members;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

// #region mask
/** Last net: blanks fields that must never leave the process, wherever they were logged. */
public class MaskSecrets implements StructuredLoggingJsonMembersCustomizer<Object> {
  private static final Set<String> SECRET = Set.of("card_number", "password", "token");

  @Override
  public void customize(Members<Object> members) {
    members.applyingValueProcessor((path, value) ->
        // An array element has no name.
        path.name() != null && SECRET.contains(path.name()) ? "***" : value);
  }
}
// #endregion mask
