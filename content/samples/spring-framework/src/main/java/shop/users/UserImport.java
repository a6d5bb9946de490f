package shop.users;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

// #region prototype
@Service
class UserImport {
    private final ObjectProvider<ImportRun> runs;

    UserImport(ObjectProvider<ImportRun> runs) {
        this.runs = runs;
    }

    List<String> check(List<String> lines) {
        ImportRun run = runs.getObject();        // a new one for each import
        lines.stream().filter(l -> !l.contains("@")).forEach(run.rejected::add);
        return run.rejected;
    }
}
// #endregion prototype
