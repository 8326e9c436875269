package benchmarks.scenarios;

import benchmarks.ground.PortalDatabase;
import benchmarks.measure.Load;
import benchmarks.measure.Row;
import java.util.List;
import java.util.UUID;

/** How many webhooks a second are accepted and durable, over bare committed inserts of one row into the same database. */
final class Intake implements Scenario {

    private static final int THREADS = 16;

    private static final int CALLS = 8_000;

    @Override
    public String name() {
        return "intake";
    }

    @Override
    public List<Row> run(Stage stage) {
        var contacts = stage.control().people(2_000, stage.control().dataverseToken());
        Load.Operation post =
                turn -> stage.tell(contacts.get(turn % contacts.size()).contact());
        // The changes told are of contacts already in step, so that what is measured is the intake and not the work
        // behind it.
        try (var database = PortalDatabase.of(stage.ground())) {
            if (!database.setting("fsync").equals("on")
                    || !database.setting("synchronous_commit").equals("on")) {
                throw new IllegalStateException("the database does not wait for the disk, so nothing here is durable");
            }
            database.makeBareTable();
            Load.together(THREADS, CALLS / 4, database::insertBareRow);
            var inserts = Load.together(THREADS, CALLS, database::insertBareRow);
            Load.together(THREADS, CALLS / 4, post);
            var posts = Load.together(THREADS, CALLS, post);
            database.dropBareTable();
            return List.of(Row.atLeast(
                    "webhooks accepted and durable over bare committed inserts", posts, inserts, "/s", 0.5));
        }
    }

    /** A change of a contact, as Dataverse tells it. */
    static final class Payload {

        private Payload() {}

        static String of(String contact) {
            return """
                    {"BusinessUnitId":"e2b9dd85-e89e-e711-8122-000d3aa2331c","CorrelationId":"%s","Depth":1,\
                    "InitiatingUserId":"75c2dd85-e89e-e711-8122-000d3aa2331c","InputParameters":[{"key":"Target","value":{\
                    "__type":"Entity:http:\\/\\/schemas.microsoft.com\\/xrm\\/2011\\/Contracts","Attributes":[\
                    {"key":"lastname","value":"Example"},{"key":"contactid","value":"%s"}],"EntityState":null,\
                    "FormattedValues":[],"Id":"%s","KeyAttributes":[],"LogicalName":"contact","RelatedEntities":[],\
                    "RowVersion":null}}],"IsExecutingOffline":false,"IsInTransaction":false,"IsOfflinePlayback":false,\
                    "IsolationMode":1,"MessageName":"Update","Mode":1,"OperationCreatedOn":"\\/Date(1506409448000-0700)\\/",\
                    "OperationId":"%s","OrganizationId":"4ef5b371-e89e-e711-8122-000d3aa2331c","OrganizationName":"contoso",\
                    "OutputParameters":[],"PostEntityImages":[],"PreEntityImages":[],"PrimaryEntityId":"%s",\
                    "PrimaryEntityName":"contact","RequestId":null,"SecondaryEntityName":"none","SharedVariables":[],\
                    "Stage":40,"UserId":"75c2dd85-e89e-e711-8122-000d3aa2331c"}""".formatted(UUID.randomUUID(), contact, contact, UUID.randomUUID(), contact);
        }
    }
}
