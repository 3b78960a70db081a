package io.github.sockspec.program;

import io.github.sockspec.protocol.Protocol;
import io.github.sockspec.wire.Probe;
import java.util.List;
import java.util.OptionalInt;

/** What the command line does, made small: runs itself inside when that is needed, starts the server, connects. */
public final class InnerRun {
    private InnerRun() {}

    public static void main(String[] words) {
        Namespace.enter();
        Implementation program = Programs.python(
                Protocol.required("exec"),
                Programs.LISTENS.replace("sys.argv[1], int(sys.argv[2])", "'192.168.13.22', 80") + Programs.STAYS,
                Addresses.parse("192.168.13.22:80"));
        OptionalInt inner = Namespace.rerun(List.of(program));
        if (inner.isPresent()) {
            System.exit(inner.getAsInt());
        }
        try (Instance instance = Instances.start(program)) {
            System.out.println(
                    instance.identity().address() + " in " + instance.identity().isolation() + ": "
                            + Probe.accepts(instance.address()) + ", its neighbour: "
                            + Probe.accepts(Addresses.parse("192.168.13.23:80").orElseThrow()) + ", " + words[0]);
        }
        System.exit(7);
    }
}
