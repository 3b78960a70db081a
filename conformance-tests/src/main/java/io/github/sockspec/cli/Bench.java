package io.github.sockspec.cli;

import io.github.sockspec.bench.Benchmark;
import io.github.sockspec.bench.Benchmark.Measured;
import io.github.sockspec.bench.PythonReadCounter;
import io.github.sockspec.bench.ReadCounter;
import io.github.sockspec.kernel.CpuCore;
import io.github.sockspec.patience.Limits;
import io.github.sockspec.wire.KernelConfirmation;
import io.github.sockspec.wire.TimedConfirmation;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Measures how fast confirmed fragments go, and what it is worth to confirm them. */
@Command(
        name = "bench",
        sortOptions = false,
        description = "Measure confirmed fragments and deliveries a second, beside no confirmation and a 1 ms sleep.")
final class Bench implements Callable<Integer> {
    private static final int MANY = 20_000;
    private static final int FEW = 1_000;

    private final Terminal terminal;

    Bench(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        // Reader and driver take turns: they share a core, as they do when a program is judged.
        CpuCore.next().take();
        line("reader", "writes parted by", "fragments/s", "read apart", "deliveries/s", "as planned");
        try (ReadCounter inProcess = new ReadCounter()) {
            measure("in process", inProcess.address());
        }
        try (PythonReadCounter python = new PythonReadCounter()) {
            measure("python3", python.address());
        }
        return 0;
    }

    private void measure(String reader, InetSocketAddress address) {
        row(
                reader,
                "confirmation",
                new Benchmark(address, KernelConfirmation.orElse(Limits.UNMEASURED.gap()), MANY).measure());
        row(reader, "nothing", new Benchmark(address, new TimedConfirmation(Duration.ZERO), MANY).measure());
        row(reader, "1 ms", new Benchmark(address, new TimedConfirmation(Duration.ofMillis(1)), FEW).measure());
    }

    private void row(String reader, String parted, Measured measured) {
        line(
                reader,
                parted,
                "%,.0f".formatted(measured.fragmentsPerSecond()),
                "%,d of %,d".formatted(measured.readApart(), measured.fragments()),
                "%,.0f".formatted(measured.deliveriesPerSecond()),
                "%d of %d".formatted(measured.deliveredAsPlanned(), measured.deliveries()));
    }

    private void line(Object... words) {
        terminal.out().printf("%-11s %-17s %12s %18s %13s %12s%n", words);
        terminal.out().flush();
    }
}
