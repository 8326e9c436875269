package latchkey.abuse;

import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import net.bytebuddy.implementation.bind.annotation.AllArguments;
import net.bytebuddy.implementation.bind.annotation.FieldValue;
import net.bytebuddy.implementation.bind.annotation.RuntimeType;
import net.bytebuddy.implementation.bind.annotation.This;
import org.jspecify.annotations.Nullable;

/** What a control does while it is switched off; each method is one way of doing nothing about it. */
public final class Instead {

    private Instead() {}

    /** Nothing at all. */
    public static void nothing() {}

    /** Nothing to speak of. */
    @RuntimeType
    public static @Nullable Object none() {
        return null;
    }

    @RuntimeType
    public static Object yes() {
        return true;
    }

    @RuntimeType
    public static Object no() {
        return false;
    }

    @RuntimeType
    public static Object empty() {
        return Optional.empty();
    }

    @RuntimeType
    public static Object emptyList() {
        return List.of();
    }

    @RuntimeType
    public static Object emptySet() {
        return Set.of();
    }

    @RuntimeType
    public static Object emptyMap() {
        return Map.of();
    }

    @RuntimeType
    public static Object many() {
        return 1_000_000;
    }

    /** Always the same text. */
    @RuntimeType
    public static Object same() {
        return "0".repeat(64);
    }

    /** The same bytes for everything. */
    @RuntimeType
    public static Object sameBytes() {
        return new byte[0];
    }

    /** What was handed in, as it was. */
    @RuntimeType
    public static Object given(@AllArguments Object[] arguments) {
        return arguments[0];
    }

    /** The secret itself. */
    @RuntimeType
    public static Object revealed(@This Object self) {
        return Objects.requireNonNull(call(self, "reveal"));
    }

    /** The text itself where its hash belongs. */
    @RuntimeType
    public static Object ownText(@This Object self) {
        return String.valueOf(call(self, "text")).getBytes(StandardCharsets.UTF_8);
    }

    /** The account where the person belongs. */
    @RuntimeType
    public static Object ownKey(@This Object self) {
        return Objects.requireNonNull(call(self, "key"));
    }

    /** What would be done under a lock, without it. */
    @RuntimeType
    public static @Nullable Object called(@AllArguments Object[] arguments) {
        return ((Supplier<?>) arguments[arguments.length - 1]).get();
    }

    /** A character as it came. */
    public static void appended(@FieldValue("out") StringBuilder out, @AllArguments Object[] arguments) {
        out.append(arguments[2]);
    }

    /** A page for everybody. */
    @RuntimeType
    public static Object anybody() {
        try {
            var port = Class.forName("latchkey.access.gate.Port");
            var open = Class.forName("latchkey.access.gate.Rule$Anybody").getDeclaredConstructor(port);
            open.setAccessible(true);
            return open.newInstance(port.getEnumConstants()[0]);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Object call(Object self, String name) {
        try {
            Method method = self.getClass().getDeclaredMethod(name);
            method.setAccessible(true);
            return method.invoke(self);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
