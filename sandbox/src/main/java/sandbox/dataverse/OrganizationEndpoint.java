package sandbox.dataverse;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import sandbox.dataverse.query.Query;
import sandbox.dataverse.query.Row;
import sandbox.dataverse.query.Rows;
import sandbox.dataverse.query.Table;
import sandbox.dataverse.webhook.Environment;
import sandbox.settings.CurrentSettings;

/** The settings of the environment over the Web API, as far as change tracking has one there (facts, Dataverse §1c). */
@RestController
class OrganizationEndpoint {

    private static final Table TABLE = Table.of(
            "organizations",
            "organization",
            "organizationid",
            "organizationid:ID",
            "name:TEXT",
            "expirechangetrackingindays:NUMBER",
            "modifiedon:TIME");

    private final CurrentSettings settings;

    OrganizationEndpoint(CurrentSettings settings) {
        this.settings = settings;
    }

    @GetMapping("/api/data/{version:v9\\.[0-2]}/organizations")
    ResponseEntity<Map<String, Object>> list(
            @RequestParam Map<String, String> options,
            @RequestHeader(name = "Prefer", defaultValue = "") String prefer) {
        var preferences = Preferences.read(prefer);
        var rows = Rows.of(
                TABLE, List.of(new Organization(settings.now().dataverse().changeTrackingDays())));
        return Answers.page(TABLE, Query.answer(TABLE, rows, options, preferences.maxPageSize()), preferences);
    }

    private record Organization(long days) implements Row {

        @Override
        public @Nullable Object value(String column) {
            return switch (column) {
                case "organizationid" -> Environment.ORGANIZATION_ID;
                case "name" -> Environment.ORGANIZATION_NAME;
                case "expirechangetrackingindays" -> days;
                default -> Instant.EPOCH;
            };
        }

        @Override
        public long version() {
            return 1;
        }
    }
}
