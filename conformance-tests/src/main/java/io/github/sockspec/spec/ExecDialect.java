package io.github.sockspec.spec;

import io.github.sockspec.bytes.Bytes;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * How an exec program differs from the reference.
 *
 * @param request what ends a request, and its encoding
 * @param reply how the reply tells its length
 * @param acknowledge what the client sends between header and body; none in the reference dialect
 * @param body which of the command's output is sent
 * @param empty the body sent for a command that prints nothing; no bytes in the reference dialect
 * @param exit the word that ends the connection, if there is one
 * @param output the codec a client prints with; a server's output is never decoded
 * @param lifetime how many clients a server's process lives for
 */
public record ExecDialect(
        RequestFraming request,
        ReplyFrame reply,
        Optional<Bytes> acknowledge,
        BodyRule body,
        Bytes empty,
        Optional<String> exit,
        Charset output,
        Lifetime lifetime)
        implements Dialect {
    public static final ExecDialect REFERENCE = new ExecDialect(
            RequestFraming.LINES,
            new ReplyFrame.Length(IntegerFormat.I32LE),
            Optional.empty(),
            BodyRule.STDERR_ELSE_STDOUT,
            Bytes.EMPTY,
            Optional.of("exit"),
            StandardCharsets.UTF_8,
            Lifetime.MANY);

    /** The body for a command that wrote these. */
    public Bytes bodyOf(Bytes stdout, Bytes stderr) {
        Bytes chosen = body.choose(stdout, stderr);
        return chosen.isEmpty() ? empty : chosen;
    }

    /** The bytes of {@code command} in the request's encoding, not yet framed. */
    public Bytes command(String command) {
        return Bytes.text(command, request.charset());
    }

    @Override
    public boolean cuttable() {
        return request.ends() != RequestEnd.NOTHING;
    }
}
