package shop.users;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** The notes of one import. It has state, so each import needs its own. */
@Component
@Scope("prototype")
class ImportRun {
    final List<String> rejected = new ArrayList<>();
}
