package dev.idpscripts.model;

import java.util.Comparator;
import java.util.Locale;

/**
 * What a change or a remark is about.
 *
 * @param type the kind of object
 * @param name of a script or template its name; of a binding its slot in words
 */
public record Subject(Type type, String name) implements Comparable<Subject> {

    /** The three kinds of object that the plugin manages. Written in lower case in JSON. */
    public enum Type {
        SCRIPT,
        TEMPLATE,
        BINDING;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Subject script(String name) {
        return new Subject(Type.SCRIPT, name);
    }

    public static Subject template(String name) {
        return new Subject(Type.TEMPLATE, name);
    }

    public static Subject binding(Slot slot) {
        return new Subject(Type.BINDING, slot.toString());
    }

    @Override
    public int compareTo(Subject other) {
        return Comparator.comparing(Subject::type).thenComparing(Subject::name).compare(this, other);
    }

    /** Such as {@code script Normalize e-mail}. */
    @Override
    public String toString() {
        return type + " " + name;
    }
}
