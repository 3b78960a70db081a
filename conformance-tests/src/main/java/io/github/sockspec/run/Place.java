package io.github.sockspec.run;

/**
 * Where in a run a result stands.
 *
 * @param implementation the program's name
 * @param id the case's name
 */
public record Place(String implementation, String id) {
    @Override
    public String toString() {
        return implementation + ": " + id;
    }
}
