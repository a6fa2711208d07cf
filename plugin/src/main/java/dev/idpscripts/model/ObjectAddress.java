package dev.idpscripts.model;

import java.util.Comparator;
import java.util.Locale;

/**
 * What a change or a remark is about.
 *
 * @param type the kind of object
 * @param name of a script or template its name; of a binding its slot in words
 */
public record ObjectAddress(Type type, String name) implements Comparable<ObjectAddress> {

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

    public static ObjectAddress script(String name) {
        return new ObjectAddress(Type.SCRIPT, name);
    }

    public static ObjectAddress template(String name) {
        return new ObjectAddress(Type.TEMPLATE, name);
    }

    public static ObjectAddress binding(Slot slot) {
        return new ObjectAddress(Type.BINDING, slot.toString());
    }

    @Override
    public int compareTo(ObjectAddress other) {
        return Comparator.comparing(ObjectAddress::type)
                .thenComparing(ObjectAddress::name)
                .compare(this, other);
    }

    /** Such as {@code script Normalize e-mail}. */
    @Override
    public String toString() {
        return type + " " + name;
    }
}
