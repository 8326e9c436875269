/** How users prove who they are: phones, e-mail address, authenticator codes, password. */
@org.jspecify.annotations.NullMarked
package sandbox.graph.methods;
