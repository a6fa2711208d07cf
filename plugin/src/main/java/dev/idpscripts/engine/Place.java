package dev.idpscripts.engine;

/**
 * A place in a script, as far as Rhai knows it.
 *
 * @param line from 1; 0 if unknown
 * @param column in characters from 1; 0 if unknown
 */
public record Place(int line, int column) {

    public boolean known() {
        return line > 0;
    }
}
