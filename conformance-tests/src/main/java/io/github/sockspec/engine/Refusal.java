package io.github.sockspec.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.exception.DockerException;
import java.util.Optional;

/** What an engine says when it refuses: one line. */
final class Refusal {
    private static final int LONGEST = 400;

    private Refusal() {}

    static String of(RuntimeException refused) {
        String text = Optional.ofNullable(refused.getMessage()).orElse("no reason was given");
        String said = refused instanceof DockerException ? message(text) : text;
        String line = said.strip().replaceAll("\\s+", " ");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }

    /** The engine answers {@code Status 404: {"message":"…"}}. */
    private static String message(String text) {
        int start = text.indexOf('{');
        if (start < 0) {
            return text;
        }
        try {
            JsonNode message =
                    new ObjectMapper().readTree(text.substring(start)).path("message");
            return message.isTextual() ? message.asText() : text;
        } catch (JsonProcessingException other) {
            return text;
        }
    }
}
