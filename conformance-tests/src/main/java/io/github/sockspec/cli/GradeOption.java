package io.github.sockspec.cli;

import io.github.sockspec.protocol.Grade;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine;

/** Grades as options have them. */
final class GradeOption implements CommandLine.ITypeConverter<Grade> {
    @Override
    public Grade convert(String word) {
        return Arrays.stream(Grade.values())
                .filter(grade -> grade.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new CommandLine.TypeConversionException("a grade is one of "
                        + Arrays.stream(Grade.values()).map(Grade::word).collect(Collectors.joining(", ")) + ", not "
                        + word));
    }
}
