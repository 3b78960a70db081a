package io.github.sockspec.cli;

import io.github.sockspec.run.Shard;
import picocli.CommandLine;

/** Shards as options have them. */
final class Shards implements CommandLine.ITypeConverter<Shard> {
    @Override
    public Shard convert(String written) {
        try {
            return Shard.of(written);
        } catch (IllegalArgumentException none) {
            throw new CommandLine.TypeConversionException(String.valueOf(none.getMessage()));
        }
    }
}
