/** The OData query options that Dataverse understands, over tables in memory. */
@org.jspecify.annotations.NullMarked
package sandbox.dataverse.query;
