package latchkey.sync;

/** Messages as Dataverse posts them (Dataverse facts §1a). */
final class Webhooks {

    private Webhooks() {}

    static String about(String contact, String operation) {
        return """
            {"BusinessUnitId":"e2b9dd85-e89e-e711-8122-000d3aa2331c","CorrelationId":"b374239d-4233-41a9-8b17-a86cb4f737b5",
             "Depth":1,"InitiatingUserId":"75c2dd85-e89e-e711-8122-000d3aa2331c",
             "InputParameters":[{"key":"Target","value":{
               "__type":"Entity:http:\\/\\/schemas.microsoft.com\\/xrm\\/2011\\/Contracts",
               "Attributes":[{"key":"firstname","value":"James"},{"key":"contactid","value":"%1$s"},
                 {"key":"modifiedon","value":"\\/Date(1506384247000)\\/"}],
               "EntityState":null,"FormattedValues":[],"Id":"%1$s","KeyAttributes":[],"LogicalName":"contact",
               "RelatedEntities":[],"RowVersion":null}}],
             "IsExecutingOffline":false,"IsInTransaction":false,"IsOfflinePlayback":false,"IsolationMode":1,
             "MessageName":"Update","Mode":1,"OperationCreatedOn":"\\/Date(1506409448000-0700)\\/",
             "OperationId":"%2$s","OrganizationId":"4ef5b371-e89e-e711-8122-000d3aa2331c","OrganizationName":"OrgName",
             "OutputParameters":[],"ParentContext":{"Stage":30,"PrimaryEntityId":"%1$s","SharedVariables":[]},
             "PostEntityImages":[],"PreEntityImages":[],"PrimaryEntityId":"%1$s","PrimaryEntityName":"contact",
             "RequestId":null,"SecondaryEntityName":"none","SharedVariables":[],"Stage":40,
             "UserId":"75c2dd85-e89e-e711-8122-000d3aa2331c"}\
            """.formatted(contact, operation);
    }
}
