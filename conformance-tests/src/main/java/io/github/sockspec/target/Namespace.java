package io.github.sockspec.target;

/** A private network. */
final class Namespace {
    private Namespace() {}

    static boolean entered() {
        return false;
    }
}
