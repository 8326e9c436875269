/** What a tenant says about itself: organization, applications and custom attributes. */
@org.jspecify.annotations.NullMarked
package sandbox.graph.tenant;
