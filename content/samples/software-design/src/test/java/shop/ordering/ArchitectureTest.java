package shop.ordering;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    // #region rules
    private final JavaClasses shop = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("shop.ordering");

    @Test
    void theDomainKnowsOnlyItselfAndPlainJava() {
        classes().that().resideInAPackage("..domain..")
                .should().onlyDependOnClassesThat().resideInAnyPackage(
                        "..ordering.domain..",
                        "java.lang..", "java.math..", "java.time..", "java.util..")
                .check(shop);
    }

    @Test
    void theUseCasesKnowNoAdapterAndNoFramework() {
        noClasses().that().resideInAPackage("..application..")
                .should().dependOnClassesThat()
                .resideInAnyPackage("..adapter..", "org.springframework..",
                        "jakarta..", "java.sql..")
                .check(shop);
    }
    // #endregion rules
}
