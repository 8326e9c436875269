package latchkey.oversight;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import latchkey.access.AddressSettings;
import latchkey.audit.Actor;
import latchkey.audit.Announcement;
import latchkey.audit.NotedChanges;
import latchkey.directory.Directories;
import latchkey.directory.DirectoryId;
import latchkey.directory.OutsideChanges;
import latchkey.directory.OutsideChanges.Initiator;
import latchkey.notify.Mail;
import latchkey.notify.Mailer;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells of changes made outside, many in one mail: how many and by whom, never whom they are about. */
@Component
class OutsideDigest {

    static final String ACTION = "report-outside-changes";

    private static final String TEMPLATE = "outside-changes";

    private final OutsideChanges changes;
    private final Directories directories;
    private final OutsideSettings settings;
    private final AddressSettings addresses;
    private final Mailer mailer;
    private final NotedChanges noted;
    private final JdbcClient jdbc;

    OutsideDigest(
            OutsideChanges changes,
            Directories directories,
            OutsideSettings settings,
            AddressSettings addresses,
            Mailer mailer,
            NotedChanges noted,
            JdbcClient jdbc) {
        this.changes = changes;
        this.directories = directories;
        this.settings = settings;
        this.addresses = addresses;
        this.mailer = mailer;
        this.noted = noted;
        this.jdbc = jdbc;
    }

    void tell() {
        directories.all().forEach(this::tell);
    }

    private void tell(DirectoryId directory) {
        var until = changes.settled();
        heardUntil(directory, until)
                .ifPresent(after -> tell(directory, after, until, changes.heardOf(directory, after, until)));
    }

    private void tell(DirectoryId directory, Instant after, Instant until, List<Initiator> initiators) {
        if (initiators.isEmpty()) {
            return;
        }
        noted.change(entry(directory, after, until, initiators), () -> {
            var first = told(directory, after, until);
            if (first) {
                mail(directory, initiators);
            }
            return first;
        });
    }

    /** Empty while the last mail is too young; what came before the first look is nobody's news. */
    private Optional<Instant> heardUntil(DirectoryId directory, Instant now) {
        jdbc.sql(
                        "insert into outside_digests (directory, heard_until) values (:directory, :now) on conflict do nothing")
                .param("directory", directory.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        return jdbc.sql("""
                select heard_until from outside_digests
                where directory = :directory and (told_at is null or told_at <= :before)""")
                .param("directory", directory.value())
                .param("before", now.minus(settings.mailEvery()).atOffset(ZoneOffset.UTC))
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** Of two nodes one tells. */
    private boolean told(DirectoryId directory, Instant after, Instant until) {
        return jdbc.sql("""
                        update outside_digests set heard_until = :until, told_at = :until
                        where directory = :directory and heard_until = :after""")
                        .param("directory", directory.value())
                        .param("after", after.atOffset(ZoneOffset.UTC))
                        .param("until", until.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private void mail(DirectoryId directory, List<Initiator> initiators) {
        Map<String, Object> values = Map.of(
                "directory",
                directory.value(),
                "count",
                count(initiators),
                "initiators",
                initiators,
                "page",
                addresses.url() + "/outside-changes");
        if (settings.mailTo().isEmpty()) {
            mailer.sendToAdministrator(TEMPLATE, Locale.ENGLISH, values);
        }
        settings.mailTo().forEach(to -> mailer.send(new Mail(TEMPLATE, to, Locale.ENGLISH, values)));
    }

    private static Announcement entry(DirectoryId directory, Instant after, Instant until, List<Initiator> initiators) {
        var facts = Map.of(
                "directory", directory.value(),
                "changes", String.valueOf(count(initiators)),
                "from", after.toString(),
                "until", until.toString());
        return new Announcement(Actor.system("activity"), ACTION, null, null, null, null, facts, Map.of());
    }

    private static long count(List<Initiator> initiators) {
        return initiators.stream().mapToLong(Initiator::changes).sum();
    }

    /** On one node at a time. */
    @Bean
    static RecurringTask<Void> outsideChangesDigest(OutsideDigest digest) {
        return Tasks.recurring("outside-changes", FixedDelay.ofMinutes(1))
                .execute((instance, context) -> digest.tell());
    }
}
