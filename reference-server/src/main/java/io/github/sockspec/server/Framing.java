package io.github.sockspec.server;

/** Where a login or exec request ends. */
public enum Framing {
    /** With a line feed: the same requests are read however the network cuts and joins the bytes. */
    NEWLINE {
        @Override
        RequestReader reader(Connection client, int maxBytes) {
            return new LineReader(client, maxBytes);
        }
    },

    /** With a pause of 20 ms, for clients that mark no end. Cuts and joins can't be survived in this mode. */
    NOTHING {
        @Override
        RequestReader reader(Connection client, int maxBytes) {
            return new QuietReader(client, maxBytes);
        }
    };

    abstract RequestReader reader(Connection client, int maxBytes);
}
