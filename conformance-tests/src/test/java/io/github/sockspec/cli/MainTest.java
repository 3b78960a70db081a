package io.github.sockspec.cli;

import org.junit.jupiter.api.Test;

class MainTest {
    @Test
    void main_noArguments_prints() {
        Main.main(new String[0]);
    }
}
