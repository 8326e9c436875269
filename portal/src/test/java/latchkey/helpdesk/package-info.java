/** Tests of the help desk through its doors. */
@org.jspecify.annotations.NullMarked
package latchkey.helpdesk;
