package sandbox.dataverse.webhook;

import java.nio.charset.StandardCharsets;
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
import sandbox.people.ContactChanged.Message;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The body of a webhook: the RemoteExecutionContext of a message about a contact, post-operation (facts, Dataverse §1a). Collections are arrays of key and value, slashes are escaped, dates are {@code /Date(ms)/}.
 */
@Component
class ExecutionContext {

    private static final String CONTRACTS = "http://schemas.microsoft.com/xrm/2011/Contracts";
    private static final int LARGEST = 256 * 1_024;
    private static final List<String> LEFT_OUT =
            List.of("ParentContext", "InputParameters", "PreEntityImages", "PostEntityImages");
    private static final int PARENT_STAGE = 30;
    private static final int POST_OPERATION = 40;

    private final JsonMapper json =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES).build();

    /** A body, and whether the larger members had to be left out of it. */
    record Body(String text, boolean cutShort) {}

    Body body(Operation operation) {
        var context = context(operation);
        var whole = json.writeValueAsString(context);
        if (whole.length() <= LARGEST && whole.getBytes(StandardCharsets.UTF_8).length <= LARGEST) {
            return new Body(whole, false);
        }
        LEFT_OUT.forEach(context::remove);
        return new Body(json.writeValueAsString(context), true);
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
        putOperation(context, operation);
        context.put("ParentContext", parent(operation));
        context.put("PostEntityImages", postImages(operation));
        putRest(context, operation, POST_OPERATION);
        return context;
    }

    private static void putOperation(Map<String, @Nullable Object> context, Operation operation) {
        context.put("IsExecutingOffline", false);
        context.put("IsInTransaction", operation.synchronous());
        context.put("IsOfflinePlayback", false);
        context.put("IsolationMode", 1);
        context.put("MessageName", operation.message().text());
        context.put("Mode", operation.synchronous() ? 0 : 1);
        context.put("OperationCreatedOn", dateWithOffset(operation.createdOn()));
        context.put("OperationId", operation.jobId());
        context.put("OrganizationId", Environment.ORGANIZATION_ID);
        context.put("OrganizationName", Environment.ORGANIZATION_NAME);
        context.put("OutputParameters", List.of());
        context.put("OwningExtension", step(operation));
    }

    /** The platform adds the name to an asynchronous step; there is no row left to show after a Delete. */
    private static List<Object> postImages(Operation operation) {
        return operation.synchronous() || operation.message() == Message.DELETE
                ? List.of()
                : List.of(pair("AsynchronousStepPrimaryName", image(operation.contact())));
    }

    private static void putRest(Map<String, @Nullable Object> context, Operation operation, int stage) {
        context.put("PreEntityImages", List.of());
        context.put("PrimaryEntityId", operation.contact().id());
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
        putOperation(context, operation);
        context.put("ParentContext", null);
        context.put("PostEntityImages", List.of());
        putRest(context, operation, PARENT_STAGE);
        return context;
    }

    /** Only the columns that were sent, and what the platform itself adds to an update. */
    private static Map<String, @Nullable Object> target(Operation operation) {
        if (operation.message() == Message.DELETE) {
            return reference("contact", operation.contact().id());
        }
        var contact = operation.contact();
        List<Object> attributes = new ArrayList<>();
        for (var column : new TreeSet<>(operation.change().changed())) {
            attributes.add(pair(sent(column), value(column, contact.column(column))));
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

    /** A look-up goes by its own name here, not by that of the Web API. */
    private static String sent(String column) {
        return column.equals(Contact.MASTER) ? "masterid" : column;
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
        if (column.equals(Contact.MASTER) && value != null) {
            return reference("contact", value.toString());
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

    private static Map<String, @Nullable Object> step(Operation operation) {
        var step = reference("sdkmessageprocessingstep", Environment.stepId(operation.message()));
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
