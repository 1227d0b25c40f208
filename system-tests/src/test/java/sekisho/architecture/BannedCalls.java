package sekisho.architecture;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Everything that could make two runs over the same commands differ: clocks, chance, threads, input and output,
 * loggers, the default locale, floating point, time-zone rules and iteration in hash order.
 */
final class BannedCalls extends ArchCondition<JavaClass> {
    private static final List<String> PACKAGES = List.of(
            "java.io.",
            "java.net.",
            "java.nio.channels.",
            "java.nio.file.",
            "java.text.",
            "java.time.chrono.",
            "java.time.zone.",
            "java.util.concurrent.",
            "java.util.logging.",
            "java.util.random.",
            "java.util.prefs.",
            "org.agrona.concurrent.",
            "org.slf4j.");

    /** Allowed although their package is banned: plain memory. */
    private static final Set<String> ALLOWED = Set.of("org.agrona.concurrent.UnsafeBuffer");

    private static final Set<String> TYPES = Set.of(
            "java.lang.InheritableThreadLocal",
            "java.lang.Process",
            "java.lang.ProcessBuilder",
            "java.lang.ProcessHandle",
            "java.lang.Runtime",
            "java.lang.ScopedValue",
            "java.lang.StrictMath",
            "java.lang.System$Logger",
            "java.lang.Thread",
            "java.lang.ThreadGroup",
            "java.lang.ThreadLocal",
            "java.lang.invoke.VarHandle",
            "java.security.SecureRandom",
            "java.time.Clock",
            "java.time.InstantSource",
            "java.time.ZoneId",
            "java.time.ZonedDateTime",
            "java.util.Calendar",
            "java.util.Date",
            "java.util.GregorianCalendar",
            "java.util.HashMap",
            "java.util.HashSet",
            "java.util.Hashtable",
            "java.util.IdentityHashMap",
            "java.util.Properties",
            "java.util.Random",
            "java.util.Scanner",
            "java.util.SplittableRandom",
            "java.util.TimeZone",
            "java.util.Timer",
            "java.util.TimerTask",
            "java.util.WeakHashMap");

    private static final Set<String> FLOATING_POINT =
            Set.of("float", "double", "java.lang.Float", "java.lang.Double", "java.util.OptionalDouble");

    private static final Set<String> IN_HASH_ORDER = Set.of("entrySet", "iterator", "keySet", "removeIf", "values");

    BannedCalls() {
        super("do nothing that could differ between two runs");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
            if (isBanned(dependency.getTargetClass().getBaseComponentType().getName())) {
                report(type, dependency.getDescription(), events);
            }
        }
        for (JavaAccess<?> access : type.getAccessesFromSelf()) {
            if (isBanned(access)) {
                report(type, access.getDescription(), events);
            }
        }
        for (JavaField field : type.getFields()) {
            if (isFloatingPoint(field.getRawType()) || field.getModifiers().contains(JavaModifier.VOLATILE)) {
                report(type, field.getDescription() + " is floating point or volatile", events);
            }
        }
        for (JavaCodeUnit unit : type.getCodeUnits()) {
            if (isFloatingPoint(unit.getRawReturnType())
                    || unit.getRawParameterTypes().stream().anyMatch(BannedCalls::isFloatingPoint)
                    || unit.getModifiers().contains(JavaModifier.SYNCHRONIZED)) {
                report(type, unit.getDescription() + " is floating point or synchronized", events);
            }
        }
    }

    private static void report(JavaClass type, String what, ConditionEvents events) {
        events.add(SimpleConditionEvent.violated(type, what));
    }

    private static boolean isBanned(String type) {
        return TYPES.contains(type) || (PACKAGES.stream().anyMatch(type::startsWith) && !ALLOWED.contains(type));
    }

    private static boolean isBanned(JavaAccess<?> access) {
        if (!(access.getTarget() instanceof CodeUnitAccessTarget target)) {
            // A field: System.out, System.err and System.in.
            return access.getTargetOwner().isEquivalentTo(System.class);
        }
        return isFloatingPoint(target.getRawReturnType())
                || isBanned(target.getOwner(), target.getName(), target.getRawParameterTypes());
    }

    private static boolean isBanned(JavaClass owner, String method, List<JavaClass> parameters) {
        return switch (owner.getName()) {
            case "java.lang.System" -> !method.equals("arraycopy");
            case "java.lang.Math" -> method.equals("random");
            case "java.lang.Object" -> !Set.of("<init>", "equals", "getClass").contains(method);
            case "java.lang.String" -> usesDefaultLocale(method, parameters);
            case "java.util.Formatter" -> true;
            case "java.util.Locale" -> method.equals("getDefault");
            case "java.util.UUID" -> method.equals("randomUUID");
            case "java.util.Collections" -> method.equals("shuffle");
            case "java.util.Set", "java.util.Map" ->
                Set.of("of", "copyOf", "ofEntries").contains(method);
            case "java.util.stream.Collectors" -> collectsByHash(method, parameters.size());
            default -> isBannedInFamily(owner, method);
        };
    }

    private static boolean isBannedInFamily(JavaClass owner, String method) {
        if (owner.getPackageName().equals("java.time")) {
            return method.equals("now");
        }
        if (owner.getPackageName().startsWith("org.agrona.collections")
                && owner.getSimpleName().contains("Hash")) {
            return IN_HASH_ORDER.contains(method)
                    || method.toLowerCase(Locale.ROOT).contains("foreach");
        }
        return switch (method) {
            // An enum's hash is its address.
            case "hashCode" -> owner.isAssignableTo(Enum.class);
            case "parallel", "parallelStream", "printStackTrace" -> true;
            default -> false;
        };
    }

    private static boolean usesDefaultLocale(String method, List<JavaClass> parameters) {
        return switch (method) {
            case "format" -> !parameters.getFirst().isEquivalentTo(Locale.class);
            case "formatted" -> true;
            case "toLowerCase", "toUpperCase" -> parameters.isEmpty();
            default -> false;
        };
    }

    private static boolean collectsByHash(String method, int parameters) {
        return switch (method) {
            case "toSet", "toUnmodifiableSet", "toUnmodifiableMap", "groupingByConcurrent", "toConcurrentMap" -> true;
            case "toMap" -> parameters < 4;
            case "groupingBy" -> parameters < 3;
            default -> false;
        };
    }

    private static boolean isFloatingPoint(JavaClass type) {
        return FLOATING_POINT.contains(type.getBaseComponentType().getName());
    }
}
