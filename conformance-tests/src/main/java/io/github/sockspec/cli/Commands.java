package io.github.sockspec.cli;

import picocli.CommandLine;

/** Makes the commands, giving the terminal to those that print. */
record Commands(Terminal terminal) implements CommandLine.IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
        try {
            return type.getDeclaredConstructor(Terminal.class).newInstance(terminal);
        } catch (NoSuchMethodException noTerminalWanted) {
            return CommandLine.defaultFactory().create(type);
        }
    }
}
