package io.github.sockspec.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * EXEC: a request is a command line for the system's shell. The reply is a header of four bytes, the body's length as a
 * little-endian signed integer, and the body: what the command wrote to standard error if it wrote any, else what it
 * wrote to standard output. {@code exit} ends the connection without a reply (EXEC-7), an empty line is passed over, and
 * the reply to a line that can't be run says why (EXEC-12).
 */
final class ExecServer implements ReferenceServer.Protocol {
    private final ServerOptions options;

    ExecServer(ServerOptions options) {
        this.options = options;
    }

    @Override
    public void serve(Socket client) throws IOException, InterruptedException {
        Requests requests = new Requests(client, options.endWithPause(), options.number("--max-command", 65_536));
        String line = requests.next();
        while (line != null && !line.equals("exit")) {
            if (!line.isEmpty()) {
                reply(client, run(client, line));
            }
            line = requests.next();
        }
    }

    private static ByteArrayOutputStream run(Socket client, String line) throws IOException, InterruptedException {
        if (line.indexOf('\0') >= 0) {
            return Command.message("not run: it is too long, or no UTF-8 text without NUL");
        }
        Command command;
        try {
            command = Command.start(line);
        } catch (IOException e) {
            return Command.message("not run: " + e.getMessage());
        }
        try (HangUp hangUp = new HangUp(client.getChannel())) {
            return command.output(hangUp);
        } finally {
            command.end();
        }
    }

    private static void reply(Socket client, ByteArrayOutputStream body) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        client.getOutputStream().write(header.putInt(body.size()).array());
        body.writeTo(client.getOutputStream());
    }
}
