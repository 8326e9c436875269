package latchkey.helpdesk.customer;

import java.time.Instant;
import java.util.List;
import latchkey.directory.Method;

/** A customer's methods as the directory showed them at a moment. */
record SeenMethods(List<Method> methods, Instant seenAt) {}
