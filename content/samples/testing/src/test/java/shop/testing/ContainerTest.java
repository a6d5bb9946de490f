package shop.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.postgresql.PostgreSQLContainer;

// #region container
@DataJpaTest
@Testcontainers(disabledWithoutDocker = true) // skipped where no engine is
class ContainerTest {

  @Container
  @ServiceConnection // the DataSource takes its address
  static final PostgreSQLContainer postgres =
      new PostgreSQLContainer("postgres:18");

  @Autowired JdbcTemplate jdbc;

  @Test
  void it_is_the_version_of_production() {
    var version = jdbc.queryForObject("show server_version", String.class);
    assertThat(version).startsWith("18");
  }
}
// #endregion container
