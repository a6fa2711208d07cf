package dev.idpscripts.mojo.base;

import java.lang.reflect.Field;

/** Turns on switches that were given without a value, as in {@code -Didp-scripts.dryRun=}, which Maven takes for false. */
final class Switches {

    private Switches() {}

    /**
     * @param goal the goal
     * @param name its parameter, true or false
     */
    static void turnOn(AbstractGoal goal, String name) {
        try {
            Field field = field(goal.getClass(), name);
            field.setAccessible(true);
            field.set(goal, true);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the descriptor names a parameter that is none: " + name, e);
        }
    }

    private static Field field(Class<?> type, String name) throws NoSuchFieldException {
        try {
            return type.getDeclaredField(name);
        } catch (NoSuchFieldException e) {
            if (type == AbstractGoal.class) {
                throw e;
            }
            return field(type.getSuperclass(), name);
        }
    }
}
