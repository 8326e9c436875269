/** The mail that reaches customers and administrators: taken in over SMTP, kept in a mailbox to look at. */
@org.jspecify.annotations.NullMarked
package sandbox.mail;
