package io.github.sockspec.cli;

import picocli.CommandLine;

/** A file that was named can't be used: said in one line, without a word on options, which were right. */
final class InvalidFile extends CommandLine.ParameterException {
    InvalidFile(CommandLine command, Exception why) {
        super(command, String.valueOf(why.getMessage()), why);
    }
}
