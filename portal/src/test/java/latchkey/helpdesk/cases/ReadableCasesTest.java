package latchkey.helpdesk.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import latchkey.directory.CustomerId;
import latchkey.testing.Employees;
import latchkey.testing.HelpDesk;
import latchkey.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Words that agents wrote before they were sealed are sealed by the first start that can. */
class ReadableCasesTest {

    private final HelpDesk desk = HelpDesk.open();
    private final JdbcClient owner = JdbcClient.create(TestDatabase.shared().owner());
    private final CustomerId jan = desk.jan();
    private final Case under = desk.caseFor(Employees.kim(), jan);

    @AfterEach
    void close() {
        owner.sql("delete from audit_keys where scope = :scope")
                .param("scope", "contoso/" + jan.objectId())
                .update();
        desk.close();
    }

    @Test
    void theyReadAsBeforeAndNothingReadableIsLeft() {
        keyOfJan();
        writtenReadable();

        desk.bean(ReadableCases.class).seal();

        assertThat(readable()).isZero();
        assertThat(desk.bean(Cases.class).of(Employees.kim(), under.id()).words())
                .isEqualTo("spoke of her aunt");
        assertThat(desk.bean(Cases.class).notes(under))
                .extracting(CaseNote::note)
                .containsExactly("wants a letter", "told");
    }

    @Test
    void wordsAboutSomebodyWhoWasErasedAreEmptied() {
        writtenReadable();

        desk.bean(ReadableCases.class).seal();

        assertThat(readable()).isZero();
        assertThat(desk.bean(Cases.class).of(Employees.kim(), under.id()).words())
                .isNull();
        assertThat(desk.bean(Cases.class).notes(under))
                .extracting(CaseNote::note)
                .containsExactly("told");
    }

    private void writtenReadable() {
        owner.sql("update cases set words = 'spoke of her aunt', sealed = null where id = :id")
                .param("id", under.id())
                .update();
        owner.sql("""
                insert into case_notes (case_id, written_at, agent_name, note)
                values (:id, now(), 'Kim', 'wants a letter'), (:id, now(), '', 'told')""").param("id", under.id()).update();
    }

    private long readable() {
        return owner.sql("""
                select (select count(*) from cases where id = :id and words is not null)
                     + (select count(*) from case_notes where case_id = :id and agent_name <> '' and note is not null)""").param("id", under.id()).query(Long.class).single();
    }

    private void keyOfJan() {
        owner.sql("insert into audit_keys (id, scope, wrapped) values (:id, :scope, '')")
                .param("id", UUID.randomUUID())
                .param("scope", "contoso/" + jan.objectId())
                .update();
    }
}
