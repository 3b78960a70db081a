package io.github.sockspec.wire;

/**
 * How a connection is ended once everything was said and heard: by a FIN, reading whatever still comes, so that no RST of
 * ours hits a program that did nothing wrong. A program that doesn't answer a FIN with its own is waited for once only.
 */
final class Farewell {
    private boolean answered = true;

    void sayTo(Connection connection) {
        if (connection.usable()) {
            connection.halfClose();
            if (answered) {
                answered = connection.drain();
            }
        }
        connection.close();
    }

    /** To one of whom it is not known what it will still say: it is heard out, so that no RST cuts it short. */
    void hearOut(Connection connection) {
        if (connection.usable()) {
            connection.halfClose();
            answered = connection.drainPatiently();
        }
        connection.close();
    }
}
