package io.github.sockspec.run;

import io.github.sockspec.program.Implementation;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Implementations that can run side by side: no two that fix the same port, as programs of one kind tend to do. */
final class Waves {
    private Waves() {}

    /** {@code all} in as few rounds as it takes, those of a round in the order given. */
    static List<List<Implementation>> of(List<Implementation> all) {
        List<List<Implementation>> waves = new ArrayList<>();
        List<Set<Integer>> taken = new ArrayList<>();
        for (Implementation each : all) {
            Optional<Integer> port = port(each);
            int wave = 0;
            while (wave < waves.size() && port.isPresent() && taken.get(wave).contains(port.get())) {
                wave++;
            }
            if (wave == waves.size()) {
                waves.add(new ArrayList<>());
                taken.add(new HashSet<>());
            }
            waves.get(wave).add(each);
            port.ifPresent(taken.get(wave)::add);
        }
        return waves;
    }

    private static Optional<Integer> port(Implementation implementation) {
        return implementation.start().fixesHere().map(InetSocketAddress::getPort);
    }
}
