package io.github.sockspec.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * EXEC: a request is a command line for the system's shell. Its reply is a header of four bytes, the body's length as a
 * little-endian signed integer, then the body: what the command wrote to standard error if it wrote any, else what it
 * wrote to standard output. {@code exit} ends the connection without a reply (EXEC-7), an empty line is passed over
 * (EXEC-12). A line that can't be run is answered with a body that says why; after one that is too long the connection
 * is closed as well.
 */
final class ExecServer implements Listener.Protocol {
    private static final byte[] EXIT = "exit".getBytes(UTF_8);

    private final ServerOptions options;

    ExecServer(ServerOptions options) {
        this.options = options;
    }

    @Override
    public void serve(Connection client) throws IOException {
        RequestReader requests = options.framing().reader(client, options.limit(Limit.COMMAND));
        try {
            byte[] line = requests.next();
            while (line != null && !Arrays.equals(line, EXIT)) {
                if (line.length > 0) {
                    reply(client, run(client, line));
                }
                line = requests.next();
            }
        } catch (RequestReader.TooLongException e) {
            reply(client, explain(e.getMessage()));
        }
    }

    private ByteBuffer run(Connection client, byte[] line) throws IOException {
        String text = Utf8.decode(line);
        if (text == null || text.indexOf('\0') >= 0) {
            return explain("a command is UTF-8 text without NUL");
        }
        try (HangUp watch = client.watch();
                Command command = Command.start(text, options.limit(Limit.OUTPUT))) {
            return command.output(watch);
        } catch (Command.NotRunException e) {
            return explain(e.getMessage());
        }
    }

    private static void reply(Connection client, ByteBuffer body) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        client.send(header.putInt(body.remaining()).flip(), body);
    }

    private static ByteBuffer explain(@Nullable String why) {
        return ByteBuffer.wrap(("exec: " + why + "\n").getBytes(UTF_8));
    }
}
