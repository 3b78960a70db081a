package io.github.sockspec.cli;

import io.github.sockspec.report.Colour;
import picocli.CommandLine.Option;

/** Options on how much is printed and how it looks. */
final class Appearance {
    @Option(names = "--quiet", description = "Print the verdict only.")
    private boolean quiet;

    @Option(names = "--no-color", description = "Print without colour. So does NO_COLOR, and output to a file.")
    private boolean noColor;

    boolean quiet() {
        return quiet;
    }

    Colour paint(Terminal terminal) {
        return !noColor && terminal.kind() == Terminal.Kind.TERMINAL ? Colour.ANSI : Colour.PLAIN;
    }
}
