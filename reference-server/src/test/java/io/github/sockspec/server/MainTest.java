package io.github.sockspec.server;

import org.junit.jupiter.api.Test;

class MainTest {
    @Test
    void help_everyLimit_isDescribed() {
        ServerOptions.parse();
    }
}
