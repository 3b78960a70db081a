package io.github.sockspec.server;

import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;

/**
 * EXEC: a request is a command line for the system's shell. The reply is a header of four bytes, the body's length as a
 * little-endian signed integer, and the body: what the command wrote to standard error if it wrote any, else what it
 * wrote to standard output. {@code exit} ends the connection without a reply (EXEC-7), an empty line is passed over,
 * and the reply to a line that can't be run says why (EXEC-12).
 */
record ExecServer(ServerOptions options) implements ReferenceServer.Protocol {
    @Override
    public void serve(Socket client) throws IOException, InterruptedException {
        Requests requests = new Requests(client, options.requestEnd(), options.number("--max-command", 65_536));
        for (String line = requests.next(); line != null && !line.equals("exit"); line = requests.next()) {
            if (!line.isEmpty()) {
                byte[] body = run(client, line);
                ByteBuffer header = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
                client.getOutputStream().write(header.putInt(body.length).array());
                client.getOutputStream().write(body);
            }
        }
    }

    private static byte[] run(Socket client, String line) throws IOException, InterruptedException {
        if (line.indexOf('\0') >= 0) {
            return Command.message("not run: it is too long, or no UTF-8 text without NUL");
        }
        Command command;
        try {
            command = Command.start(line);
        } catch (IOException e) {
            return Command.message("not run: " + e.getMessage());
        }
        // A read would not notice a reset: unread requests may lie before it, and after a FIN every read says "end".
        // But a selector reports a broken socket as ready for anything, and a sound one is never ready to connect.
        try (Selector reset = Selector.open()) {
            client.getChannel().configureBlocking(false).register(reset, SelectionKey.OP_CONNECT);
            return command.output(reset);
        } finally {
            command.end();
            client.getChannel().configureBlocking(true);
        }
    }
}
