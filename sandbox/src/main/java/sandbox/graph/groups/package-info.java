/** Groups, directory roles and app roles: who belongs to what (facts §8). */
@org.jspecify.annotations.NullMarked
package sandbox.graph.groups;
