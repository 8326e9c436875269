/** What can be switched while the sandbox runs. */
@org.jspecify.annotations.NullMarked
package sandbox.settings;
