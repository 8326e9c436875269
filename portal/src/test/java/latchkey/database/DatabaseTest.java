package latchkey.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import latchkey.settings.CannotStart;
import latchkey.settings.ExitCode;
import latchkey.testing.Asvs;
import latchkey.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class DatabaseTest {

    private static final DatabaseSettings SETTINGS = new DatabaseSettings(Path.of("unused"), 4);

    @Test
    @Asvs("13.2.2")
    void theApplicationWorksAsARoleThatOwnsNothing() {
        var jdbc = TestDatabase.shared().jdbc();

        assertThat(jdbc.sql("select current_user").query(String.class).single()).isEqualTo("latchkey_app");
        assertThatThrownBy(() -> jdbc.sql("drop table scheduled_tasks").update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("create table mine (id int)").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void withOneAddressForEverythingTheApplicationStillStepsDown() {
        var owner = TestDatabase.shared().environment().get(Database.MIGRATION_URL);

        try (var database = Database.open(SETTINGS, Map.of(Database.URL, owner)::get);
                var pool = database.pool("one address", 1);
                var connection = pool.getConnection();
                var user = connection.createStatement().executeQuery("select current_user")) {
            assertThat(user.next()).isTrue();
            assertThat(user.getString(1)).isEqualTo("latchkey_app");
        } catch (java.sql.SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsNamedWithoutItsPassword() {
        assertThatThrownBy(() -> open("postgres://kim:hunter2@127.0.0.1:1/latchkey"))
                .isInstanceOfSatisfying(CannotStart.class, refusal -> {
                    assertThat(refusal.exitCode()).isEqualTo(ExitCode.DATABASE);
                    assertThat(refusal)
                            .hasMessageContaining("127.0.0.1:1/latchkey cannot be reached")
                            .hasMessageNotContaining("hunter2");
                });
    }

    @Test
    void anAddressOfAnotherKindOfDatabaseIsRefused() {
        assertThatThrownBy(() -> open("mysql://localhost/latchkey"))
                .isInstanceOfSatisfying(
                        CannotStart.class,
                        refusal -> assertThat(refusal.exitCode()).isEqualTo(ExitCode.USAGE));
    }

    @Test
    void bothFormsOfAnAddressAreUnderstood() {
        var uri =
                DatabaseAddress.of(Database.URL, "postgres://kim:p%40ss+word@db.example:5433/latchkey?sslmode=require");

        assertThat(uri.url()).isEqualTo("jdbc:postgresql://db.example:5433/latchkey?sslmode=require");
        assertThat(uri.user()).isEqualTo("kim");
        assertThat(uri.password()).isEqualTo("p@ss+word");
        assertThat(uri).hasToString("postgresql://db.example:5433/latchkey");
        assertThat(DatabaseAddress.of(Database.URL, "jdbc:postgresql://db/latchkey?user=kim&password=x"))
                .hasToString("postgresql://db/latchkey");
    }

    private static Database open(String url) {
        return Database.open(SETTINGS, Map.of(Database.URL, url)::get);
    }
}
