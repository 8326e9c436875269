/** Employee sign-in: an OpenID Connect issuer shaped like Entra ID's, where one picks who to be. */
@org.jspecify.annotations.NullMarked
package sandbox.oidc;
