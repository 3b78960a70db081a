package io.github.sockspec.engine;

import java.util.List;

/**
 * An image that the engine has.
 *
 * @param name as it was asked for
 * @param id what it really is: a digest
 * @param user whom its programs run as; empty when it does not say, which means root
 * @param command its entry point's words
 * @param arguments the words that follow them when no others are given
 * @param directory where its programs run
 */
public record Image(
        String name, String id, String user, List<String> command, List<String> arguments, String directory) {
    public Image {
        command = List.copyOf(command);
        arguments = List.copyOf(arguments);
    }

    /** Whether its programs run as root unless somebody says otherwise. */
    public boolean asRoot() {
        String name = user.split(":", 2)[0];
        return name.isEmpty() || name.equals("root") || name.equals("0");
    }

    /** The words that start its program, with {@code others} in place of its own arguments if there are any. */
    public List<String> words(List<String> others) {
        List<String> words = new java.util.ArrayList<>(command);
        words.addAll(others.isEmpty() ? arguments : others);
        return List.copyOf(words);
    }
}
