package sandbox.dataverse;

import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import sandbox.dataverse.query.Query;
import sandbox.dataverse.query.Rows;
import sandbox.dataverse.query.Table;
import sandbox.dataverse.webhook.SystemJobs;

/** The system jobs over the Web API, of which only failed ones are kept (facts, Dataverse §1a). */
@RestController
class SystemJobsEndpoint {

    private static final Table TABLE = Table.of(
            "asyncoperations",
            "asyncoperation",
            "asyncoperationid",
            "asyncoperationid:ID",
            "name:TEXT",
            "messagename:TEXT",
            "primaryentitytype:TEXT",
            "_regardingobjectid_value:ID",
            "_owningextensionid_value:ID",
            "statecode:NUMBER",
            "statuscode:NUMBER",
            "errorcode:NUMBER",
            "friendlymessage:TEXT",
            "message:TEXT",
            "correlationid:ID",
            "createdon:TIME",
            "startedon:TIME",
            "completedon:TIME");

    private final SystemJobs jobs;

    SystemJobsEndpoint(SystemJobs jobs) {
        this.jobs = jobs;
    }

    @GetMapping("/api/data/{version:v9\\.[0-2]}/asyncoperations")
    ResponseEntity<Map<String, Object>> list(
            @RequestParam Map<String, String> options,
            @RequestHeader(name = "Prefer", defaultValue = "") String prefer) {
        var preferences = Preferences.read(prefer);
        return Answers.page(
                TABLE,
                Query.answer(TABLE, Rows.of(TABLE, jobs.failed()), options, preferences.maxPageSize()),
                preferences);
    }
}
