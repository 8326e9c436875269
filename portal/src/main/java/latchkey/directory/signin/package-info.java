/** Signing customers in at their own directory by OpenID Connect. */
@NullMarked
package latchkey.directory.signin;

import org.jspecify.annotations.NullMarked;
