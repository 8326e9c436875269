package sandbox.dataverse.webhook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sandbox.people.Author;
import sandbox.people.Contact;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The body of a webhook: the RemoteExecutionContext of an Update of a contact, post-operation, asynchronous (facts,
 * Dataverse §1a). Collections are arrays of key and value, slashes are escaped, dates are {@code /Date(ms)/}.
 */
@Component
class ExecutionContext {

    private static final String CONTRACTS = "http://schemas.microsoft.com/xrm/2011/Contracts";
    private static final int PARENT_STAGE = 30;
    private static final int POST_OPERATION = 40;

    private final JsonMapper json =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES).build();

    String body(Operation operation) {
        return json.writeValueAsString(context(operation));
    }

    private static Map<String, @Nullable Object> context(Operation operation) {
        var author = operation.change().author();
        Map<String, @Nullable Object> context = new LinkedHashMap<>();
        context.put("BusinessUnitId", Environment.BUSINESS_UNIT_ID);
        context.put("CorrelationId", operation.correlationId());
        context.put("Depth", 1);
        context.put("InitiatingUserAzureActiveDirectoryObjectId", "00000000-0000-0000-0000-000000000000");
        context.put("InitiatingUserId", author.systemUserId());
        context.put("InputParameters", List.of(pair("Target", target(operation))));
        context.put("IsExecutingOffline", false);
        context.put("IsInTransaction", false);
        context.put("IsOfflinePlayback", false);
        context.put("IsolationMode", 1);
        context.put("MessageName", "Update");
        context.put("Mode", 1);
        context.put("OperationCreatedOn", dateWithOffset(operation.createdOn()));
        context.put("OperationId", operation.jobId());
        context.put("OrganizationId", Environment.ORGANIZATION_ID);
        context.put("OrganizationName", Environment.ORGANIZATION_NAME);
        context.put("OutputParameters", List.of());
        context.put("OwningExtension", step());
        context.put("ParentContext", parent(operation));
        context.put(
                "PostEntityImages",
                List.of(pair(
                        "AsynchronousStepPrimaryName", image(operation.change().after()))));
        putRest(context, operation, POST_OPERATION);
        return context;
    }

    private static void putRest(Map<String, @Nullable Object> context, Operation operation, int stage) {
        context.put("PreEntityImages", List.of());
        context.put("PrimaryEntityId", operation.change().after().id());
        context.put("PrimaryEntityName", "contact");
        context.put("RequestId", null);
        context.put("SecondaryEntityName", "none");
        context.put("SharedVariables", List.of());
        context.put("Stage", stage);
        context.put("UserId", operation.change().author().systemUserId());
    }

    private static Map<String, @Nullable Object> parent(Operation operation) {
        var author = operation.change().author();
        Map<String, @Nullable Object> context = new LinkedHashMap<>();
        context.put("BusinessUnitId", Environment.BUSINESS_UNIT_ID);
        context.put("CorrelationId", operation.correlationId());
        context.put("Depth", 1);
        context.put("InitiatingUserId", author.systemUserId());
        context.put(
                "InputParameters",
                List.of(pair("Target", target(operation)), pair("SuppressDuplicateDetection", false)));
        context.put("IsExecutingOffline", false);
        context.put("IsInTransaction", false);
        context.put("IsOfflinePlayback", false);
        context.put("IsolationMode", 1);
        context.put("MessageName", "Update");
        context.put("Mode", 1);
        context.put("OperationCreatedOn", dateWithOffset(operation.createdOn()));
        context.put("OperationId", operation.jobId());
        context.put("OrganizationId", Environment.ORGANIZATION_ID);
        context.put("OrganizationName", Environment.ORGANIZATION_NAME);
        context.put("OutputParameters", List.of());
        context.put("OwningExtension", step());
        context.put("ParentContext", null);
        context.put("PostEntityImages", List.of());
        putRest(context, operation, PARENT_STAGE);
        return context;
    }

    /** Only the columns that were sent, and what the platform itself adds to an update. */
    private static Map<String, @Nullable Object> target(Operation operation) {
        var contact = operation.change().after();
        List<Object> attributes = new ArrayList<>();
        for (var column : new TreeSet<>(operation.change().changed())) {
            attributes.add(pair(column, value(column, contact.column(column))));
        }
        attributes.add(pair("contactid", contact.id()));
        if (namesChanged(operation)) {
            attributes.add(pair("fullname", contact.fullName()));
        }
        attributes.add(pair("modifiedon", date(contact.modifiedOn())));
        attributes.add(pair(
                "modifiedby",
                reference("systemuser", modifier(operation.change().author()))));
        attributes.add(pair("modifiedonbehalfby", null));
        Map<String, @Nullable Object> entity = new LinkedHashMap<>();
        entity.put("__type", "Entity:" + CONTRACTS);
        putEntity(entity, attributes, contact);
        return entity;
    }

    private static boolean namesChanged(Operation operation) {
        var changed = operation.change().changed();
        return changed.contains(Contact.FIRST_NAME) || changed.contains(Contact.LAST_NAME);
    }

    /** An image has no type, as in the documented sample. */
    private static Map<String, @Nullable Object> image(Contact contact) {
        Map<String, @Nullable Object> entity = new LinkedHashMap<>();
        putEntity(entity, List.of(pair("fullname", contact.fullName()), pair("contactid", contact.id())), contact);
        return entity;
    }

    private static void putEntity(Map<String, @Nullable Object> entity, List<?> attributes, Contact contact) {
        entity.put("Attributes", attributes);
        entity.put("EntityState", null);
        entity.put("FormattedValues", List.of());
        entity.put("Id", contact.id());
        entity.put("KeyAttributes", List.of());
        entity.put("LogicalName", "contact");
        entity.put("RelatedEntities", List.of());
        entity.put("RowVersion", null);
    }

    private static @Nullable Object value(String column, @Nullable Object value) {
        if (value instanceof Number number && column.endsWith("code")) {
            Map<String, Object> option = new LinkedHashMap<>();
            option.put("__type", "OptionSetValue:" + CONTRACTS);
            option.put("Value", number);
            return option;
        }
        return value instanceof Instant time ? date(time) : value;
    }

    private static Map<String, @Nullable Object> reference(String table, String id) {
        Map<String, @Nullable Object> reference = new LinkedHashMap<>();
        reference.put("__type", "EntityReference:" + CONTRACTS);
        reference.put("Id", id);
        reference.put("KeyAttributes", List.of());
        reference.put("LogicalName", table);
        reference.put("Name", null);
        reference.put("RowVersion", null);
        return reference;
    }

    private static Map<String, @Nullable Object> step() {
        var step = reference("sdkmessageprocessingstep", Environment.STEP_ID);
        step.remove("__type");
        return step;
    }

    private static Map<String, @Nullable Object> pair(String key, @Nullable Object value) {
        Map<String, @Nullable Object> pair = new LinkedHashMap<>();
        pair.put("key", key);
        pair.put("value", value);
        return pair;
    }

    private static String modifier(Author author) {
        return author.systemUserId();
    }

    /** Dates of columns are cut to the second, as Dataverse stores them. */
    private static String date(Instant time) {
        return "/Date(" + time.getEpochSecond() * 1_000 + ")/";
    }

    private static String dateWithOffset(Instant time) {
        return "/Date(" + time.toEpochMilli() + "+0000)/";
    }
}
