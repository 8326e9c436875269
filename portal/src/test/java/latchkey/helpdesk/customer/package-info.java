/** How the customer page is shown to work. */
@NullMarked
package latchkey.helpdesk.customer;

import org.jspecify.annotations.NullMarked;
